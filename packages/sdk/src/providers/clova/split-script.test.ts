import { expect, it } from 'vitest';
import { splitScript } from './split-script.js';

const withoutBlanks = (text: string) => text.replace(/\s/g, '');
const lengthOf = (text: string) => [...text].length;

it('leaves a script that fits as it is, without the blanks around it', () => {
  expect(splitScript(' 비 오는 날.\n칼국수! ', 100)).toEqual(['비 오는 날.\n칼국수!']);
});

it('cuts after the last sentence that fits', () => {
  expect(splitScript('하나요. 둘이요! 셋이요? 넷이요.', 10)).toEqual(['하나요. 둘이요!', '셋이요? 넷이요.']);
});

it('takes no number for the end of a sentence', () => {
  expect(splitScript('첫째 값은 3.5 정도입니다. 끝', 10)).toEqual(['첫째 값은 3.5', '정도입니다. 끝']);
});

it('cuts at a blank where no sentence ends, and anywhere where there is no blank', () => {
  expect(splitScript('칼국수 만두 수제비', 7)).toEqual(['칼국수 만두', '수제비']);
  expect(splitScript('가나다라마바사', 3)).toEqual(['가나다', '라마바', '사']);
});

it('counts characters, and never cuts through one', () => {
  expect(splitScript('🍜'.repeat(5), 2)).toEqual(['🍜🍜', '🍜🍜', '🍜']);
});

it('makes nothing of nothing', () => {
  expect(splitScript(' \n\t', 10)).toEqual([]);
});

const script =
  '안녕하세요! 오늘은 3.5퍼센트 할인이에요.\n🍜 칼국수 어떠세요? 아주아주길고빈칸이없는말 '.repeat(50);

it.each([1, 2, 7, 20, 333])('says every word in parts of at most %i characters', (most) => {
  const parts = splitScript(script, most);

  expect(withoutBlanks(parts.join(''))).toBe(withoutBlanks(script));
  expect(Math.max(...parts.map(lengthOf))).toBeLessThanOrEqual(most);
  expect(parts.every((part) => part === part.trim() && part !== '')).toBe(true);
});

it('would notice a cut by UTF-16 units', () => {
  const isBroken = (part: string) => /\p{Surrogate}/u.test(part);
  const byUnits = (text: string, most: number) => [text.slice(0, most), text.slice(most)];

  expect(byUnits('🍜🍜', 1).some(isBroken)).toBe(true);
  expect(splitScript('🍜🍜', 1).some(isBroken)).toBe(false);
});
