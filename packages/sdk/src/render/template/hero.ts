import type { Palette } from '../palette.js';
import type { Item } from '../scene/scene.js';
import { emojiItems } from '../scene/text-block.js';
import { emojiName } from '../text/emoji-name.js';
import { graphemesOf } from '../text/graphemes.js';

export const defaultEmoji = '🎁';

/** The names of the emoji in a text that can be drawn as the picture's illustration: two at most. */
function heroNames(emoji: string): string[] {
  return graphemesOf(emoji)
    .map(emojiName)
    .filter((name) => name !== undefined)
    .slice(0, 2);
}

/** The illustration: a disc with one emoji, or a large one with a small one before it. */
export function heroItems(emoji: string, x: number, y: number, side: number, palette: Palette): Item[] {
  const disc: Item = {
    kind: 'rect',
    box: { x, y, width: side, height: side },
    radius: side / 2,
    fill: palette.accent,
  };
  const [first, second] = heroNames(emoji);
  if (first === undefined) return [];
  if (second === undefined)
    return [disc, ...emojiItems(first, x + side * 0.18, y + side * 0.18, side * 0.64)];
  return [
    disc,
    ...emojiItems(first, x + side * 0.1, y + side * 0.1, side * 0.6),
    ...emojiItems(second, x + side * 0.52, y + side * 0.5, side * 0.44),
  ];
}
