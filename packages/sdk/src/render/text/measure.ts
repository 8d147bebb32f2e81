import { fontOf, type Weight } from '../fonts.js';
import { emojiName } from './emoji-name.js';
import { graphemesOf } from './graphemes.js';
import { layoutText } from './layout-text.js';

/** A stretch of one line that is painted in one go. */
type Run =
  | { readonly kind: 'text'; readonly text: string; readonly widthEm: number }
  | { readonly kind: 'emoji'; readonly name: string; readonly widthEm: number };

/** An emoji is a little wider than a syllable, so that its drawing looks as tall as the text. */
const emojiWidthEm = 1.2;

/** Splits a drawable line into text and emoji, in order. */
export function toRuns(line: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') runs.push({ kind: 'text', text, widthEm: textWidthEm(text, weight) });
    text = '';
  };
  for (const grapheme of graphemesOf(line)) {
    const name = emojiName(grapheme);
    if (name === undefined) text += grapheme;
    else {
      endText();
      runs.push({ kind: 'emoji', name, widthEm: emojiWidthEm });
    }
  }
  endText();
  return runs;
}

/** Advance width of a drawable line, in units of its font size. */
export function widthEm(line: string, weight: Weight): number {
  return toRuns(line, weight).reduce((sum, run) => sum + run.widthEm, 0);
}

function textWidthEm(text: string, weight: Weight): number {
  return layoutText(text, weight).width / fontOf(weight).unitsPerEm;
}
