/** Length of a text in CP949, the code page of Korean text messages, and what it cannot hold. */
interface Cp949Length {
  readonly bytes: number;
  /** Distinct characters that have no place in the code page, such as emoji. */
  readonly unmappable: readonly string[];
}

/** @returns One byte for ASCII, two for the rest; characters without a place count two and are listed. */
export function cp949Bytes(text: string): Cp949Length {
  const wide = [...text].filter((character) => character.charCodeAt(0) > 0x7f);
  const symbols = wide.filter((character) => !isHangul(character));
  const known = symbols.length > 0 ? ksx1001() : new Set<string>();
  return {
    bytes: [...text].length + wide.length,
    unmappable: [...new Set(symbols.filter((character) => !known.has(character)))],
  };
}

/** CP949 holds all 11,172 syllables; the decoder below knows only the 2,350 of KS X 1001. */
function isHangul(character: string): boolean {
  return character >= '가' && character <= '힣';
}

/** All two-byte characters of KS X 1001, by decoding every pair of bytes. */
function ksx1001(): ReadonlySet<string> {
  const rows = Array.from({ length: 94 }, (_, row) => 0xa1 + row);
  const pairs = rows.flatMap((lead) => rows.flatMap((trail) => [lead, trail]));
  return new Set(new TextDecoder('euc-kr').decode(Uint8Array.from(pairs)).replaceAll('\uFFFD', ''));
}
