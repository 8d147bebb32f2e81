/** The two-byte characters of KS X 1001, as Node's EUC-KR decoder knows them. */
function listEucKrCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('euc-kr');
  const characters = new Set<string>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd') {
        characters.add(text);
      }
    }
  }
  return characters;
}

/** CP949 is EUC-KR plus every modern syllable that EUC-KR lacks; the decoder of Node knows EUC-KR alone. */
const isSyllable = (character: string): boolean => character >= '가' && character <= '힣';

/** Bytes of a text on the wire to a carrier, or `undefined` when it holds a character (an emoji) that cannot be sent. */
export type CountKoreanBytes = (text: string) => number | undefined;

/** The table is built at the first use: thousands of decodes are not for import time. */
export function createKoreanByteCounter(): CountKoreanBytes {
  let twoByte: ReadonlySet<string> | undefined;

  return (text) => {
    twoByte ??= listEucKrCharacters();
    let bytes = 0;
    for (const character of text) {
      const isAscii = character.charCodeAt(0) < 0x80;
      if (!isAscii && !isSyllable(character) && !twoByte.has(character)) {
        return undefined;
      }
      bytes += isAscii ? 1 : 2;
    }
    return bytes;
  };
}
