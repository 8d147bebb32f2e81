const letters = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** First and last letter stay: `정재훈` becomes `정*훈`. A name of two letters keeps the first, one letter nothing. */
export function maskName(name: string): string {
  const all = [...letters.segment(name.trim())].map(({ segment }) => segment);
  const last = all.length > 2 ? 1 : 0;
  const first = all.length > 1 ? 1 : 0;
  const hidden = '*'.repeat(all.length - first - last);
  return [...all.slice(0, first), hidden, ...all.slice(all.length - last)].join('');
}

/** The last four digits. */
function maskPhone(phone: string): string {
  return phone.replace(/\D/g, '').slice(-4);
}

/** Enough for the person to recognise, too little for others: `정*훈 · 5678`. */
export function maskPerson(name: string, phone: string): string {
  return `${maskName(name)} · ${maskPhone(phone)}`;
}
