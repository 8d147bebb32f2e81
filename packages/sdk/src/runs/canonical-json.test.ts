import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('orders members by key, digits as text, and leaves out what is undefined', () => {
    const value = { b: 1, a: { 10: 'x', 9: 'y' }, c: [undefined, null, '가'], d: undefined };

    expect(canonicalJson(value)).toBe('{"a":{"10":"x","9":"y"},"b":1,"c":[null,null,"가"]}');
  });

  test.prop([fc.jsonValue()])('says the same as the value', (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  test.prop([fc.dictionary(fc.string(), fc.jsonValue())])('has one spelling', (value) => {
    const turned = Object.fromEntries(Object.entries(value).reverse());

    expect(canonicalJson(turned)).toBe(canonicalJson(value));
  });
});
