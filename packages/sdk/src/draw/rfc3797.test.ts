import { describe, expect, it } from 'vitest';
import { verifyRfc3797 } from './rfc3797.js';

/** The worked example of RFC 3797, section 6: 25 volunteers, three sources, sixteen selected. */
const example = {
  method: 'rfc3797',
  pool: 25,
  sources: [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]],
  selected: [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4],
};

describe('a selection by RFC 3797', () => {
  it('is that of its worked example', () => {
    expect(verifyRfc3797(example)).toEqual({
      method: 'rfc3797',
      valid: true,
      key: '9319./2.5.8.10.12./9.18.26.34.41.45./',
      selected: example.selected,
    });
  });

  it.each([
    ['another was selected', { selected: [17, 7, 3] }],
    ['the order is another', { selected: [7, 17] }],
    ['a source says something else', { sources: [[9318], ...example.sources.slice(1)] }],
    ['the sources stand in another order', { sources: example.sources.toReversed() }],
    ['there were more to choose from', { pool: 26 }],
    ['more were selected than there were', { pool: 1, selected: [1, 1] }],
  ])('does not verify when %s', (_what, change) => {
    expect(verifyRfc3797({ ...example, ...change }).valid).toBe(false);
  });

  it.each([{}, null, { ...example, pool: 0 }, { ...example, selected: ['17'] }, { ...example, note: '' }])(
    'refuses %j, which is none',
    (value) => {
      expect(() => verifyRfc3797(value)).toThrowError(expect.objectContaining({ code: 'USER_001' }));
    },
  );
});
