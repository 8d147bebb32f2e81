import { displayWidth, padEnd, wrap } from './display-width.js';

/** Terminals of a phone, a projector and a laptop all show this many columns. */
export const pageColumns = 80;

/** One line of a list: a mark, then text that wraps under itself. */
export function bullet(mark: string, text: string, indent = 0): string {
  const lead = `${' '.repeat(indent)}${mark} `;
  const width = displayWidth(lead);
  return wrap(text, pageColumns - width)
    .map((line, index) => (index === 0 ? lead : ' '.repeat(width)) + line)
    .join('\n');
}

/** Labels in one column, their values in the next; a row without a value is left out. */
export function rows(pairs: readonly (readonly [string, string | undefined])[], indent = 2): string {
  const filled = pairs.filter((pair): pair is readonly [string, string] => Boolean(pair[1]));
  const labelColumns = Math.max(0, ...filled.map(([label]) => displayWidth(label))) + 2;
  return filled
    .map(([label, value]) => bullet(' '.repeat(indent) + padEnd(label, labelColumns - 1), value))
    .join('\n');
}

/** Parts with an empty line between; an empty part is left out. */
export function parts(...texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n\n');
}

export function lines(...texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n');
}
