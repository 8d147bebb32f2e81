// CP949, the code page of Korean text messages, without an encoder: Node has only a decoder.

/** Bytes of a text as carriers count them: one for ASCII, two for the rest. */
export function cp949Length(text: string): number {
  return [...text].reduce((bytes, character) => bytes + (isPlain(character) ? 1 : 2), 0);
}

/** The text without characters that a phone message cannot hold (emoji, most symbols), and which those were, each once. */
export function fitCp949(text: string): { readonly text: string; readonly dropped: readonly string[] } {
  const characters = [...text.normalize('NFC')];
  const dropped = characters.filter((character) => !isCarried(character));
  return { text: characters.filter(isCarried).join(''), dropped: [...new Set(dropped)] };
}

let symbols: ReadonlySet<string> | undefined;

function isCarried(character: string): boolean {
  if (isPlain(character) || isSyllable(character)) return true;
  symbols ??= decodeSymbols();
  return symbols.has(character);
}

/** First and last byte of each half of a character of KS X 1001. */
const [first, last] = [0xa1, 0xfe];

/** What the decoder makes of every pair of bytes: symbols, hanja, and the commoner syllables. Takes a millisecond. */
function decodeSymbols(): ReadonlySet<string> {
  const halves = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const pairs = Uint8Array.from(halves.flatMap((lead) => halves.flatMap((trail) => [lead, trail])));
  return new Set(new TextDecoder('euc-kr').decode(pairs).replaceAll('\uFFFD', ''));
}

/** CP949 holds all 11,172; the decoder knows only the 2,350 of KS X 1001. */
function isSyllable(character: string): boolean {
  return character >= '가' && character <= '힣';
}

/** Line breaks and printable ASCII; other controls are not carried. */
function isPlain(character: string): boolean {
  return character === '\n' || (character >= ' ' && character <= '~');
}
