import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fontOf } from '../fonts.js';
import { emojiName } from './emoji-name.js';
import { graphemesOf } from './graphemes.js';
import { droppedFrom, renderable } from './renderable.js';

function isDrawable(grapheme: string): boolean {
  const codePoints = Array.from(grapheme, (char) => char.codePointAt(0) ?? 0);
  return (
    emojiName(grapheme) !== undefined ||
    codePoints.every(
      (point) =>
        fontOf('han').hasGlyphForCodePoint(point) ||
        (['regular', 'bold', 'black'] as const).every((face) => fontOf(face).hasGlyphForCodePoint(point)),
    )
  );
}

describe('renderable', () => {
  it('keeps Korean, rare syllables, English and common signs as they are', () => {
    const text = '똠방각하 뷁 쀍 Café & <b> “50%” ₩1,000 ★ ① ~';
    expect(renderable(text)).toEqual({ text, dropped: [] });
  });

  it('keeps hanja and kana, which another font draws', () => {
    expect(renderable('漢字 카페 さくら')).toEqual({ text: '漢字 카페 さくら', dropped: [] });
  });

  it('drops the letters of no font of ours and names them, each once', () => {
    expect(renderable('กข 카페 ก')).toEqual({ text: '카페', dropped: ['ก', 'ข'] });
  });

  it('keeps emoji that can be drawn, with their skin tone and variation', () => {
    const text = '☕🎁 ❤️ 👍🏽 👨‍💻';
    expect(renderable(text)).toEqual({ text, dropped: [] });
  });

  it('draws the members of a family that has no drawing of its own', () => {
    expect(renderable('👨‍👩‍👧')).toEqual({ text: '👨👩👧', dropped: [] });
  });

  it('drops flags, which have no drawing', () => {
    expect(renderable('🇰🇷 대한민국')).toEqual({ text: '대한민국', dropped: ['🇰🇷'] });
  });

  it('leaves a sign of the font as text unless it asks to be an emoji', () => {
    expect([emojiName('↗'), emojiName('↗\uFE0F')]).toEqual([undefined, 'up-right-arrow']);
  });

  it('removes joiners, bidi overrides, fillers, controls and lone surrogates without naming them', () => {
    expect(renderable('가\u200d나\u202e다\u3164라\u0007마\ud800바\ufeff')).toEqual({
      text: '가나다라마바',
      dropped: [],
    });
  });

  it('composes decomposed Hangul and writes compatible letters', () => {
    expect(renderable('카페'.normalize('NFD')).text).toBe('카페');
    expect(renderable('㍿ 𝐀').text).toMatch(/A$/);
  });

  it('strips piled marks, which would leave their line', () => {
    expect(renderable(`가${'\u0301'.repeat(30)}나`).text).toBe('가나');
  });

  it('collects what is dropped from many texts', () => {
    expect(droppedFrom(['ก', '카페', 'ข ก'])).toEqual(['ก', 'ข']);
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 40 })])(
    'leaves nothing that draws as a box, whatever comes in',
    (input) => {
      const { text } = renderable(input);

      expect(graphemesOf(text).filter((grapheme) => !isDrawable(grapheme))).toEqual([]);
    },
  );

  test.prop([fc.string({ unit: 'grapheme', maxLength: 40 })])(
    'has nothing to drop the second time',
    (input) => {
      const { text } = renderable(input);

      expect(renderable(text)).toEqual({ text, dropped: [] });
    },
  );
});
