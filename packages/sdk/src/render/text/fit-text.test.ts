import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fitText } from './fit-text.js';
import { widthEm } from './measure.js';

const box = { face: 'bold', maxWidth: 100, size: 20, minSize: 10, maxLines: 2 } as const;

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '가',
        '뷁',
        '카페',
        '이벤트',
        'Coffee',
        'W',
        'i',
        '漢',
        '☕',
        '🇰🇷',
        '👨‍👩‍👧',
        '<',
        '&',
        '->',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('fitText', () => {
  it('breaks between words only', () => {
    const { lines } = fitText('첫 방문 고객님을 위한 이벤트', box);
    expect(lines.flatMap((line) => line.text.split(' '))).toEqual([
      '첫',
      '방문',
      '고객님을',
      '위한',
      '이벤트',
    ]);
  });

  it('shrinks a text before it takes more lines than wanted', () => {
    const { lines, size } = fitText('첫 방문 고객님을 위한 이벤트', box);
    expect([lines.length, size < 20, size >= 10]).toEqual([2, true, true]);
  });

  it('cuts a word only when it is too long at the smallest size', () => {
    const { lines, size } = fitText('전국민대축제기념특별이벤트', { ...box, maxLines: 1 });
    expect([size, lines.length > 1, lines.map((line) => line.text).join('')]).toEqual([
      10,
      true,
      '전국민대축제기념특별이벤트',
    ]);
  });

  it('leaves no lone last word in a headline', () => {
    const text = '우리 동네 카페 개업 기념 잔치';
    const widths = fitText(text, { ...box, size: 12, balanced: true }).lines.map((line) => line.widthEm);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.7);
  });

  it('sets an empty text in no lines', () => {
    expect(fitText('กข', box).lines).toEqual([]);
  });

  test.prop([anyText, fc.boolean()])('never sets a line wider than its box', (text, balanced) => {
    const { lines, size } = fitText(text, { ...box, balanced });

    for (const line of lines) expect(widthEm(line.text, 'bold') * size).toBeLessThanOrEqual(100.01);
  });

  test.prop([anyText, fc.boolean()])('loses no word', (text, balanced) => {
    const { lines } = fitText(text, { ...box, balanced });
    const plain = fitText(text, { ...box, maxWidth: 1e6, size: 10 }).lines;

    const joined = (all: typeof lines) =>
      all
        .map((line) => line.text)
        .join('')
        .replaceAll(' ', '');
    expect(joined(lines)).toBe(joined(plain));
  });
});
