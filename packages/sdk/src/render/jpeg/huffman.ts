export interface HuffmanTable {
  /** How many codes have 1, 2, … 16 bits. */
  readonly counts: readonly number[];
  /** The symbols in the order of their codes. */
  readonly symbols: readonly number[];
}

/** Code and length for every symbol, 0 to 255. Length 0: the symbol has no code. */
export interface HuffmanCodes {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

/** Numbers the codes in order of length (T.81, annex C). */
export function toHuffmanCodes({ counts, symbols }: HuffmanTable): HuffmanCodes {
  const codes = new Uint16Array(256);
  const lengths = new Uint8Array(256);
  let code = 0;
  let next = 0;
  counts.forEach((count, index) => {
    for (const symbol of symbols.slice(next, next + count)) {
      codes[symbol] = code;
      lengths[symbol] = index + 1;
      code += 1;
    }
    next += count;
    code *= 2;
  });
  return { codes, lengths };
}
