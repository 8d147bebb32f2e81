import { fontOf } from '../fonts.js';
import { emojiName } from './emoji-name.js';
import { graphemesOf } from './graphemes.js';

export interface Renderable {
  /** One line that can be drawn in full: characters of the fonts, drawn emoji, single spaces. */
  readonly text: string;
  /** Visible characters left out because nothing here can draw them, each once, in order. */
  readonly dropped: readonly string[];
}

/** Controls, bidi overrides, joiners, fillers, private use: nothing a reader would miss. */
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
/** Marks pile up outside their line; the composed letters of NFC need none. */
const mark = /\p{M}/u;

/**
 * Makes any text drawable: composes it (NFC), joins white space, removes hidden characters, keeps what the
 * fonts or the emoji set can draw, writes a compatible letter where there is one (Ａ becomes A), and
 * names the rest, so that a caller can say what is missing. Never leaves a character that draws as a box.
 */
export function renderable(text: string): Renderable {
  const met = known.get(text) ?? makeRenderable(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, met);
  return met;
}

/** Texts met lately: the same one is set at every size that is tried. */
const known = new Map<string, Renderable>();
const mostKnown = 2_000;

function makeRenderable(text: string): Renderable {
  const dropped = new Set<string>();
  const kept = graphemesOf(text.normalize('NFC').replace(/\s+/gu, ' ')).map((grapheme) => {
    const drawn = drawable(grapheme);
    for (const char of drawn.dropped) dropped.add(char);
    return drawn.text;
  });
  return { text: kept.join('').replace(/ +/g, ' ').trim(), dropped: [...dropped] };
}

/** What {@link renderable} drops from any of the texts, each once. */
export function droppedFrom(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => renderable(text).dropped))];
}

function drawable(grapheme: string): Renderable {
  if (emojiName(grapheme) !== undefined) return { text: grapheme, dropped: [] };
  const parts = [...grapheme.replace(hidden, '')].map(drawablePart);
  const text = parts.join('');
  if (text === '' && parts.length > 0) return { text, dropped: [grapheme] };
  return { text, dropped: [...grapheme.replace(hidden, '')].filter((_, index) => parts[index] === '') };
}

/** One code point, the compatible letters that stand for it, or nothing. */
function drawablePart(char: string): string {
  if (emojiName(char) !== undefined || hasGlyphs(char)) return char;
  const compatible = char.normalize('NFKC');
  return hasGlyphs(compatible) ? compatible : '';
}

/** The text faces hold the same characters; what they lack is looked for in the one that stands in. */
function hasGlyphs(text: string): boolean {
  return Array.from(text).every((char) => {
    const point = char.codePointAt(0) ?? 0;
    return (
      !mark.test(char) && (['bold', 'han'] as const).some((face) => fontOf(face).hasGlyphForCodePoint(point))
    );
  });
}
