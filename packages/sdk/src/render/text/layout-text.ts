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
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const word of text.match(/[^ ]* |[^ ]+/g) ?? []) {
    const shaped = shape(word, face);
    for (const { glyph, x } of shaped.glyphs) glyphs.push({ glyph, x: width + x });
    width += shaped.width;
  }
  return { glyphs, width };
}

/** Words met lately: every line that is tried begins with words of the line before. */
const known = new Map<string, TextLayout>();
const mostKnown = 10_000;

function shape(word: string, face: Face): TextLayout {
  const key = `${face} ${word}`;
  const shaped = known.get(key) ?? shapeAnew(word, face);
  if (known.size >= mostKnown) known.clear();
  known.set(key, shaped);
  return shaped;
}

function shapeAnew(word: string, face: Face): TextLayout {
  const { glyphs, positions } = fontOf(face).layout(word);
  let width = 0;
  const placed = glyphs.map((glyph, index) => {
    const { xOffset = 0, xAdvance = 0 } = positions[index] ?? {};
    const x = width + xOffset;
    width += xAdvance;
    return { glyph, x };
  });
  return { glyphs: placed, width };
}
