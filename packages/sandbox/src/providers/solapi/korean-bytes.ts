/** Every character that CP949, the EUC-KR of carriers, writes in two bytes. */
function listTwoByteCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('euc-kr');
  const characters = new Set<string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x41; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd') {
        characters.add(text);
      }
    }
  }
  return characters;
}

/** Bytes of a text on the wire to a carrier, or `undefined` when it holds a character (an emoji) that cannot be sent. */
export type CountKoreanBytes = (text: string) => number | undefined;

/** The table is built at the first use: half a million decodes are not for import time. */
export function createKoreanByteCounter(): CountKoreanBytes {
  let twoByte: ReadonlySet<string> | undefined;

  return (text) => {
    twoByte ??= listTwoByteCharacters();
    let bytes = 0;
    for (const character of text) {
      const isAscii = character.charCodeAt(0) < 0x80;
      if (!isAscii && !twoByte.has(character)) {
        return undefined;
      }
      bytes += isAscii ? 1 : 2;
    }
    return bytes;
  };
}
