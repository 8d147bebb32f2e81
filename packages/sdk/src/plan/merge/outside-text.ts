/** Something that others have written about the trade or the store, with where it was read. */
export interface OutsideText {
  readonly kind: 'trend' | 'review';
  readonly text: string;
  readonly source: string;
  readonly date: string;
}

/** Blank to the eye, letters to Unicode: fillers, a joiner, an empty Braille cell. */
const blanks = /\u115f|\u1160|\u3164|\uffa0|\u2800|\u034f|\u17b4|\u17b5/gu;

/**
 * Text from outside without what nobody sees: controls, marks of direction, zero widths, tags, private letters and
 * variation selectors. At most `most` characters, on one line.
 */
export function cleanText(text: string, most: number): string {
  const shown = text
    .normalize('NFC')
    .replace(/[\p{Zl}\p{Zp}\t\n\r\v\f]/gu, ' ')
    .replace(/\p{C}|[\u{fe00}-\u{fe0f}]|[\u{e0100}-\u{e01ef}]/gu, '')
    .replace(blanks, '')
    .replace(/\p{Mn}{3,}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...shown].slice(0, most).join('').trim();
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
