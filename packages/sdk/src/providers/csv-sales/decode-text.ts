/**
 * Text of a file as Korean spreadsheets write it: UTF-8, with or without a byte order mark, else CP949.
 * Digits, dates and the header words survive even where the decoder lacks a rare syllable.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('euc-kr').decode(bytes);
  }
}
