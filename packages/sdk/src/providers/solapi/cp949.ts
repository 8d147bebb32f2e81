/** First and last byte of a two-byte character. Source: the WHATWG index of EUC-KR, which is CP949. */
const leads = [0x81, 0xfe] as const;
const trails = [0x41, 0xfe] as const;

/** Counts text as carriers do and keeps what they can carry. */
export interface Cp949 {
  /** One byte for ASCII, two for the rest. */
  count(text: string): number;
  /** The text without characters that a phone message cannot hold (emoji, most symbols), and which those were. */
  fit(text: string): { readonly text: string; readonly dropped: readonly string[] };
}

/**
 * Made from the platform's own decoder: every two-byte sequence is decoded once, and what comes out
 * is what CP949 holds.
 */
export function createCp949(): Cp949 {
  const carried = decodeAll();
  const isCarried = (character: string) => isAscii(character) || carried.has(character);

  return {
    count: (text) => [...text].reduce((bytes, character) => bytes + (isAscii(character) ? 1 : 2), 0),
    fit(text) {
      const characters = [...text.normalize('NFC')];
      const dropped = characters.filter((character) => !isCarried(character));
      return { text: characters.filter(isCarried).join(''), dropped: [...new Set(dropped)] };
    },
  };
}

function decodeAll(): ReadonlySet<string> {
  const decoder = new TextDecoder('euc-kr');
  const carried = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (let trail = trails[0]; trail <= trails[1]; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\uFFFD') carried.add(text);
    }
  }
  return carried;
}

/** Line breaks and printable ASCII; other controls are not carried. */
function isAscii(character: string): boolean {
  return character === '\n' || (character >= ' ' && character <= '~');
}
