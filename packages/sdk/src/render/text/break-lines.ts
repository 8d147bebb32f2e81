import type { Face } from '../fonts.js';
import { graphemesOf } from './graphemes.js';
import { widthEm } from './measure.js';

export interface Line {
  readonly text: string;
  /** In units of the font size. */
  readonly widthEm: number;
}

/** Words of a text with their widths. `spaceEm` separates them. */
interface Words {
  readonly words: readonly Line[];
  readonly spaceEm: number;
  readonly face: Face;
}

export function toWords(text: string, face: Face): Words {
  const words = text.split(' ').filter((word) => word !== '');
  return {
    words: words.map((word) => ({ text: word, widthEm: widthEm(word, face) })),
    spaceEm: widthEm(' ', face),
    face,
  };
}

/** True when some word is wider than the line, so that breaking at spaces alone cannot do. */
export function hasLongWord({ words }: Words, maxEm: number): boolean {
  return words.some((word) => word.widthEm > maxEm);
}

/**
 * Fills lines greedily and breaks at spaces only, as Korean is set (keep-all). A word wider than a whole line
 * is cut between characters.
 */
export function breakLines(text: Words, maxEm: number): Line[] {
  const lines: Line[] = [];
  let current: Line | undefined;
  for (const word of text.words.flatMap((word) => cutLongWord(word, maxEm, text.face))) {
    const joined = current && join(current, word, text.spaceEm);
    if (joined && joined.widthEm <= maxEm) current = joined;
    else {
      if (current) lines.push(current);
      current = word;
    }
  }
  return current ? [...lines, current] : lines;
}

/** The same number of lines, as equal in width as whole words allow: no lone last word. */
export function balanceLines(text: Words, maxEm: number): Line[] {
  const lines = breakLines(text, maxEm);
  let [narrow, wide] = [maxEm / Math.max(lines.length, 1), maxEm];
  for (let step = 0; step < 10; step += 1) {
    const middle = (narrow + wide) / 2;
    const fits = !hasLongWord(text, middle) && breakLines(text, middle).length <= lines.length;
    if (fits) wide = middle;
    else narrow = middle;
  }
  return wide === maxEm ? lines : breakLines(text, wide);
}

function join(line: Line, word: Line, spaceEm: number): Line {
  return { text: `${line.text} ${word.text}`, widthEm: line.widthEm + spaceEm + word.widthEm };
}

function cutLongWord(word: Line, maxEm: number, face: Face): Line[] {
  if (word.widthEm <= maxEm) return [word];
  const pieces: Line[] = [];
  const graphemes = graphemesOf(word.text);
  for (let start = 0; start < graphemes.length; ) {
    const { count, ...piece } = longestStart(graphemes.slice(start), maxEm, face);
    pieces.push(piece);
    start += count;
  }
  return pieces;
}

/** As many characters as fit, one at least. Looked for from where they end on average: shaping is what takes time. */
function longestStart(graphemes: readonly string[], maxEm: number, face: Face): Line & { count: number } {
  const ofLength = (count: number) => {
    const text = graphemes.slice(0, count).join('');
    return { text, widthEm: widthEm(text, face), count };
  };
  const whole = ofLength(graphemes.length);
  if (whole.widthEm <= maxEm) return whole;
  let line = ofLength(Math.max(1, Math.floor((graphemes.length * maxEm) / whole.widthEm)));
  while (line.widthEm > maxEm && line.count > 1) line = ofLength(line.count - 1);
  while (line.count < graphemes.length) {
    const longer = ofLength(line.count + 1);
    if (longer.widthEm > maxEm) break;
    line = longer;
  }
  return line;
}
