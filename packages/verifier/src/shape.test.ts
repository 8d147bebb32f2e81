import { describe, expect, it } from 'vitest';
import { equal, instant, integer, record, text } from './shape.js';

describe('a form', () => {
  it('takes exactly its members', () => {
    const shape = record({ id: text(/^[a-z]+$/) }, { no: integer(1) });

    expect([{ id: 'a' }, { id: 'a', no: 1 }].map(shape)).toEqual([true, true]);
    const others = [
      {},
      { no: 1 },
      { id: 'a', no: 0 },
      { id: 'a', x: 1 },
      JSON.parse('{"id":"a","__proto__":1}'),
    ];
    expect([...others, [], null, 'a'].map(shape)).not.toContain(true);
  });

  it('does not take what every object has for a member', () => {
    expect(record({ toString: equal(1) })({})).toBe(false);
    expect(record({}, {})({ constructor: 1 })).toBe(false);
  });

  it('counts in exact integers', () => {
    expect([1, 2 ** 53 - 1].map(integer(1))).toEqual([true, true]);
    expect([0, 1.5, 2 ** 53, '1', Number.NaN, null].map(integer(1))).not.toContain(true);
  });

  it('knows the calendar', () => {
    expect(['2028-02-29T00:00:00Z', '2026-12-31T23:59:59.999Z'].map(instant)).toEqual([true, true]);
    const others = [
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-12-01T24:00:00Z',
      '2026-12-01T00:00:00+09:00',
    ];
    expect(others.map(instant)).not.toContain(true);
  });
});
