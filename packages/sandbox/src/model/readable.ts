const tagStart = 0xe0000;
const tagEnd = 0xe007f;

/** What a model reads in a text, hidden letters and blocks of Base64 included. */
export function readable(text: string): string {
  const shown = [...text].map(toShown).join('').normalize('NFKC');
  return shown.replace(/[A-Za-z0-9+/]{24,}={0,2}/g, (block) => decoded(block) ?? block);
}

function toShown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > tagStart && code < tagEnd) return String.fromCharCode(code - tagStart);
  return /\p{Cf}|\u115f|\u1160|\u3164|\uffa0|\u2800|\u034f/u.test(character) ? '' : character;
}

function decoded(block: string): string | undefined {
  const text = Buffer.from(block, 'base64').toString('utf8');
  return /^[\p{L}\p{N}\p{P}\p{Z}\p{S}]+$/u.test(text) ? text : undefined;
}
