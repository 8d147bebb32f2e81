/** Cuts a text to a number of UTF-16 units without splitting a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > most - 1) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

/** Joins parts; those that may go are dropped, last first, until the rest fits. */
export function join(parts: readonly Part[], separator: string, most: number): string {
  const kept = parts.filter(({ text }) => text !== '');
  const whole = kept.map(({ text }) => text).join(separator);
  if (whole.length <= most) return whole;
  const droppable = kept.findLastIndex(({ optional }) => optional);
  if (droppable < 0) return clip(whole, most);
  return join(kept.toSpliced(droppable, 1), separator, most);
}

export interface Part {
  readonly text: string;
  readonly optional?: boolean;
}
