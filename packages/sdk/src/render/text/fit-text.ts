import { type Face, faceOf } from '../fonts.js';
import { balanceLines, breakLines, hasLongWord, type Line, toWords } from './break-lines.js';
import { renderable } from './renderable.js';

export interface FitOptions {
  readonly face: Face;
  /** Width of the box, in the unit of the scene. No line is wider. */
  readonly maxWidth: number;
  /** The size wanted, in the unit of the scene. */
  readonly size: number;
  /** The smallest size allowed. At this size the text takes as many lines as it needs. */
  readonly minSize: number;
  /** Lines wanted: the text shrinks before it takes more. */
  readonly maxLines: number;
  /** Makes the lines about equally wide: for headlines. */
  readonly balanced?: boolean;
}

interface FittedText {
  readonly lines: readonly Line[];
  readonly size: number;
  /** The face wanted, unless it lacks a letter. */
  readonly face: Face;
}

/** Each try is this much smaller than the last. */
const step = 0.96;

/**
 * Sets a text in a box: at the wanted size if it breaks at spaces into the wanted lines, else smaller, down to
 * `minSize`. There it takes more lines rather than less text: nothing is ever cut off.
 */
export function fitText(text: string, options: FitOptions): FittedText {
  const { maxWidth, maxLines, minSize } = options;
  const drawn = renderable(text).text;
  const face = faceOf(drawn, options.face);
  const words = toWords(drawn, face);
  const setLines = options.balanced ? balanceLines : breakLines;

  for (let size = options.size; size > minSize; size *= step) {
    const maxEm = maxWidth / size;
    if (hasLongWord(words, maxEm)) continue;
    const lines = setLines(words, maxEm);
    if (lines.length <= maxLines) return { lines, size, face };
  }
  return { lines: setLines(words, maxWidth / minSize), size: minSize, face };
}
