import { expect, it } from 'vitest';
import { toGrid } from './forecast-grid.js';

/** From the table that the weather service publishes with its guide. */
it.each([
  ['서울', 37.5665, 126.978, 60, 127],
  ['부산', 35.1796, 129.0756, 98, 76],
  ['제주', 33.4996, 126.5312, 53, 38],
  ['강릉', 37.7491, 128.8786, 92, 131],
  ['대전', 36.3504, 127.3845, 67, 100],
])('%s lies in its square', (_, lat, lon, nx, ny) => {
  expect(toGrid({ lat, lon })).toEqual({ nx, ny });
});

it('tells neighbouring squares apart', () => {
  expect(toGrid({ lat: 37.5665, lon: 127.06 })).not.toEqual(toGrid({ lat: 37.5665, lon: 126.978 }));
});
