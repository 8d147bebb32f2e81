import { expect, it } from 'vitest';
import { isWatched } from './is-watched.js';

it.each([
  ['a terminal', { isTTY: true, columns: 80 }, false, true],
  ['a pipe', {}, false, false],
  ['CI', { isTTY: true, columns: 80 }, true, false],
  ['a screen without columns', { isTTY: true, columns: 0 }, false, false],
])('moves a line for %s or not', (_name, screen, automated, watched) => {
  expect(isWatched(screen, automated)).toBe(watched);
});
