import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type CanonicalValue, toCanonicalJson } from './jcs.js';

const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean());
const key = fc.stringMatching(/^[a-z_]{1,6}$/);
const value: fc.Arbitrary<CanonicalValue> = fc.oneof(
  leaf,
  fc.array(leaf),
  fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf))),
);

describe('canonical JSON', () => {
  it('sorts keys at every depth and writes no space', () => {
    const text = toCanonicalJson({ b: [3, true, { d: 1, c: '가' }], a: 'x', B: -0 });

    expect(text).toBe('{"B":0,"a":"x","b":[3,true,{"c":"가","d":1}]}');
  });

  it('escapes as RFC 8785 does', () => {
    const text = toCanonicalJson({ text: '€$\u000f\nA\'B"\\\\"/' });

    expect(text).toBe('{"text":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it.each([
    ['a fraction', 0.5],
    ['an unsafe integer', 2 ** 53],
    ['infinity', Number.POSITIVE_INFINITY],
    ['null', null],
    ['undefined', { a: undefined }],
    ['a big integer', 1n],
    ['a key outside ASCII', { 가: 1 }],
    ['half a character', '\ud800'],
  ])('refuses %s', (_what, refused) => {
    const attempt = () => toCanonicalJson(refused as CanonicalValue);

    expect(attempt).toThrowError(expect.objectContaining({ code: 'BUG_001' }));
  });

  test.prop([value])('is JSON for the same value, whatever the order of keys', (original) => {
    const text = toCanonicalJson(original);

    expect(JSON.parse(text)).toEqual(original);
    expect(toCanonicalJson(reversed(original))).toBe(text);
  });
});

function reversed(original: CanonicalValue): CanonicalValue {
  if (typeof original !== 'object' || Array.isArray(original)) return original;
  return Object.fromEntries(Object.entries(original).reverse());
}
