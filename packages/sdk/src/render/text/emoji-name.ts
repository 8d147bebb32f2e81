import { createRequire } from 'node:module';
import { fontOf } from '../fonts.js';

const require = createRequire(import.meta.url);
let names: Readonly<Record<string, string>> | undefined;

/** Cheap test that spares plain text the look-up table. */
const pictographic = /\p{Extended_Pictographic}/u;
const asksForEmoji = /\p{Emoji_Presentation}|\uFE0F/u;

/**
 * Name of the drawing for one grapheme, or undefined when it is ordinary text or has no drawing.
 * A sign that the font has (★, ©) stays text unless it asks to be an emoji (U+FE0F).
 */
export function emojiName(grapheme: string): string | undefined {
  if (!pictographic.test(grapheme)) return undefined;
  if (!asksForEmoji.test(grapheme) && fontOf('bold').hasGlyphForCodePoint(firstCodePoint(grapheme))) {
    return undefined;
  }
  names ??= require('@iconify-json/fluent-emoji-flat/chars.json') as Record<string, string>;
  const key = Array.from(grapheme.replaceAll('\uFE0F', ''), (char) => firstCodePoint(char).toString(16)).join(
    '-',
  );
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

function firstCodePoint(text: string): number {
  return text.codePointAt(0) ?? 0;
}
