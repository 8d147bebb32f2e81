/** One way in which a secret may lie in a file, and how that way is called. */
export interface Spelling {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Shorter ones would be found by chance. */
const shortest = 6;

/** Every way to spell a secret that a careless program would choose. Each once. */
export function spellingsOf(secret: string | Uint8Array): Spelling[] {
  const raw = Buffer.from(secret);
  const all = [
    { name: 'plain', bytes: raw },
    ...(typeof secret === 'string' ? textSpellings(secret) : []),
    ...hexSpellings(raw),
    ...base64Spellings(raw),
  ];
  const known = new Set<string>();
  return all.filter(({ bytes }) => {
    const text = bytes.toString('latin1');
    if (bytes.length < shortest || known.has(text)) return false;
    known.add(text);
    return true;
  });
}

function textSpellings(secret: string): Spelling[] {
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const texts = {
    percent: [percent, percent.replaceAll('%20', '+'), toLowerEscapes(percent), encodeURI(secret)],
    json: [json, json.replaceAll('/', '\\/'), toUnicodeEscapes(json)],
    html: [secret.replaceAll('&', '&amp;').replaceAll('+', '&#43;').replaceAll('/', '&#x2F;')],
  };
  const utf16 = Buffer.from(secret, 'utf16le');
  return [
    ...Object.entries(texts).flatMap(([name, spelt]) =>
      spelt.map((text) => ({ name, bytes: Buffer.from(text) })),
    ),
    { name: 'utf-16le', bytes: utf16 },
    { name: 'utf-16be', bytes: Buffer.from(utf16).swap16() },
  ];
}

/** `%2B` and `%2b` are the same. */
const toLowerEscapes = (text: string) => text.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase());

/** What is not ASCII as JSON may write it. */
const toUnicodeEscapes = (text: string) =>
  text.replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

function hexSpellings(raw: Buffer): Spelling[] {
  const hex = raw.toString('hex');
  return [hex, hex.toUpperCase()].map((text) => ({ name: 'hex', bytes: Buffer.from(text) }));
}

/**
 * Three bytes become four letters, so the letters of a secret depend on where it begins. Those that its neighbours
 * share are left out.
 */
function base64Spellings(raw: Buffer): Spelling[] {
  return [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), raw]);
    const first = Math.ceil((before * 8) / 6);
    const end = Math.floor((shifted.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((name) => ({
      name,
      bytes: Buffer.from(shifted.toString(name).slice(first, end)),
    }));
  });
}
