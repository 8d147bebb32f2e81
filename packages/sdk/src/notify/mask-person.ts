/** `정*훈 · 5678`: enough for the person to recognise themselves, too little for anybody else. */
export function maskPerson(name: string, phone: string): string {
  return `${maskName(name)} · ${phone.slice(-4)}`;
}

/** Keeps the first and, of three or more, the last character. */
export function maskName(name: string): string {
  const characters = [...name.normalize('NFC').replace(/\s+/g, ' ').trim()];
  const [first = '*'] = characters;
  if (characters.length < 2) return '*';
  if (characters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}
