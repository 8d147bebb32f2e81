import { expect, it } from 'vitest';
import { cp949Bytes } from './cp949.js';

it.each([
  ['SMS 90', 6],
  ['카페', 4],
  ['뷁샵', 4],
  ['①★', 4],
])('counts %s as %i bytes', (text, bytes) => {
  expect(cp949Bytes(text)).toEqual({ bytes, unmappable: [] });
});

it('lists what a text message cannot hold, once', () => {
  expect(cp949Bytes('축하🎉🎉합니다').unmappable).toEqual(['🎉']);
});
