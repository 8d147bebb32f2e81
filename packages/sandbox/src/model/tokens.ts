/** A rough count, as good as a stand-in needs: two characters a token, Korean as well as English. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 2);
}

export interface CutText {
  readonly text: string;
  readonly tokens: number;
  /** The limit was reached before the end. */
  readonly cut: boolean;
}

export function cutToTokens(text: string, most: number): CutText {
  const tokens = countTokens(text);
  return tokens <= most
    ? { text, tokens, cut: false }
    : { text: text.slice(0, most * 2), tokens: most, cut: true };
}
