const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** What a reader counts as one character: a syllable, a letter, an emoji with its parts. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
