import type { Glyph } from 'fontkit';
import { type Face, fontOf } from '../fonts.js';

interface PlacedGlyph {
  readonly glyph: Glyph;
  /** From the start of the text, in font units. */
  readonly x: number;
}

interface TextLayout {
  readonly glyphs: readonly PlacedGlyph[];
  /** In font units. */
  readonly width: number;
}

/**
 * Shapes one run of drawable text: the only place where text becomes glyphs. Word by word, each with the space
 * after it, because pdfkit does so and both painters must agree.
 */
export function layoutText(text: string, face: Face): TextLayout {
  const font = fontOf(face);
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const word of text.match(/[^ ]* |[^ ]+/g) ?? []) {
    const run = font.layout(word);
    for (const [index, glyph] of run.glyphs.entries()) {
      const position = run.positions[index];
      glyphs.push({ glyph, x: width + (position?.xOffset ?? 0) });
      width += position?.xAdvance ?? 0;
    }
  }
  return { glyphs, width };
}
