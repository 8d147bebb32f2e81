import { cleanText } from '../../schema/clean-text.js';

/** Something that others have written about the trade or the store, with where it was read. */
export interface OutsideText {
  readonly kind: 'trend' | 'review';
  readonly text: string;
  readonly source: string;
  readonly date: string;
}

/** Marks between the words of data: what carries them was not written by us. */
const wordMark = '▁';

export function marked(text: string, most: number): string {
  return cleanText(text, most).replaceAll(wordMark, '').replaceAll(' ', wordMark);
}

/** A model may have copied the marks. */
export function unmarked(text: string): string {
  return text.replaceAll(wordMark, ' ');
}
