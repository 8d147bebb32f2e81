import { expect, it } from 'vitest';
import { tagsWithCode } from './tags-with-code.js';

it.each(['<p style="a">', '<script>', '<img src="x" onerror="y">', '<a href="javascript:z">'])(
  'would be caught with %s in it',
  (tag) => {
    expect(tagsWithCode(`<main title="safe onload=1">${tag}</main>`)).toEqual([tag]);
  },
);

it('leaves a module of ours alone, and no other', () => {
  const ours = '<script type="module" src="/assets/entry.js">';
  const others = ours.replace('/assets', 'https://example.com');

  expect(tagsWithCode(ours + others)).toEqual([others]);
});
