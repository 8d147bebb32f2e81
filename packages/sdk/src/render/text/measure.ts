import { type Face, facesFor, fontOf } from '../fonts.js';
import { emojiName } from './emoji-name.js';
import { graphemesOf } from './graphemes.js';
import { layoutText } from './layout-text.js';

/** A stretch of one line that is painted in one go. */
type Run =
  | { readonly kind: 'text'; readonly text: string; readonly face: Face; readonly widthEm: number }
  | { readonly kind: 'emoji'; readonly name: string; readonly widthEm: number };

/** An emoji is a little wider than a syllable, so that its drawing looks as tall as the text. */
const emojiWidthEm = 1.2;

/** Splits a drawable line into emoji and stretches of one face, in order. */
export function toRuns(line: string, face: Face): Run[] {
  const runs: Run[] = [];
  let [text, current] = ['', face];
  const endText = () => {
    if (text !== '') runs.push({ kind: 'text', text, face: current, widthEm: textWidthEm(text, current) });
    text = '';
  };
  for (const grapheme of graphemesOf(line)) {
    const name = emojiName(grapheme);
    const next = name === undefined ? faceWith(grapheme, face) : current;
    if (name !== undefined || next !== current) endText();
    current = next;
    if (name === undefined) text += grapheme;
    else runs.push({ kind: 'emoji', name, widthEm: emojiWidthEm });
  }
  endText();
  return runs;
}

/** Widths met lately: the same words are measured for every size that is tried. */
const known = new Map<string, number>();
const mostKnown = 20_000;

/** Advance width of a drawable line, in units of its font size. */
export function widthEm(line: string, face: Face): number {
  const key = `${face} ${line}`;
  const met = known.get(key);
  if (met !== undefined) return met;
  const width = toRuns(line, face).reduce((sum, run) => sum + run.widthEm, 0);
  if (known.size >= mostKnown) known.clear();
  known.set(key, width);
  return width;
}

function textWidthEm(text: string, face: Face): number {
  return layoutText(text, face).width / fontOf(face).unitsPerEm;
}

/** The first face that has every character; the one asked for when none has. */
function faceWith(grapheme: string, face: Face): Face {
  const points = Array.from(grapheme, (char) => char.codePointAt(0) ?? 0);
  const has = (one: Face) => points.every((point) => fontOf(one).hasGlyphForCodePoint(point));
  return facesFor(face).find(has) ?? face;
}
