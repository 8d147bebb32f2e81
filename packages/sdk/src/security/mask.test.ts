import { describe, expect, it } from 'vitest';
import { maskName, maskPerson } from './mask.js';

describe('a masked person', () => {
  it.each([
    ['정재훈', '정*훈'],
    ['남궁민수', '남**수'],
    ['정훈', '정*'],
    ['훈', '*'],
    ['', ''],
    ['  정재훈 ', '정*훈'],
    ['Kim Min', 'K*****n'],
  ])('of the name "%s" is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('shows the last four digits of the phone', () => {
    expect(maskPerson('정재훈', '+821012345678')).toBe('정*훈 · 5678');
  });
});
