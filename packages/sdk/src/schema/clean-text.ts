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

const longestName = 30;
/** What may stand in a name that others chose: nothing that could be an address, markup or the end of a quotation. */
const foreignToNames = /[^\p{Script=Hangul}\p{Script=Latin}\p{Nd}\p{Script=Han} ·&~()-]/gu;
const reaches = /https?|www|\.(?:com|kr|net)|0\d{1,2}[ -]?\d{3,4}[ -]?\d{4}/iu;

/** A name from outside that may be quoted, else nothing: one with an address or a telephone number is none. */
export function cleanName(text: string): string | undefined {
  const seen = cleanText(text, longestName * 4);
  if (reaches.test(seen)) return undefined;
  const name = cleanText(seen.replace(foreignToNames, ''), longestName);
  return name.length >= 2 ? name : undefined;
}
