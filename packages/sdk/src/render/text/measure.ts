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

/** Lines met lately: the same words are set at every size that is tried, and shaping them is what takes time. */
const known = new Map<string, readonly Run[]>();
const mostKnown = 20_000;

/** Splits a drawable line into emoji and stretches of one face, in order. */
export function toRuns(line: string, face: Face): readonly Run[] {
  const key = `${face} ${line}`;
  const runs = known.get(key) ?? makeRuns(line, face);
  if (known.size >= mostKnown) known.clear();
  known.set(key, runs);
  return runs;
}

/** Advance width of a drawable line, in units of its font size. */
export function widthEm(line: string, face: Face): number {
  return toRuns(line, face).reduce((sum, run) => sum + run.widthEm, 0);
}

function makeRuns(line: string, face: Face): Run[] {
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

function textWidthEm(text: string, face: Face): number {
  return layoutText(text, face).width / fontOf(face).unitsPerEm;
}

/** The first face that has every character; the one asked for when none has. */
function faceWith(grapheme: string, face: Face): Face {
  const points = Array.from(grapheme, (char) => char.codePointAt(0) ?? 0);
  const has = (one: Face) => points.every((point) => fontOf(one).hasGlyphForCodePoint(point));
  return facesFor(face).find(has) ?? face;
}
