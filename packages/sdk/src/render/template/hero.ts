import type { Palette } from '../palette.js';
import { type Block, emptyBlock } from '../scene/block.js';
import type { Item } from '../scene/scene.js';
import { emojiItems } from '../scene/text-block.js';
import { emojiName } from '../text/emoji-name.js';
import { graphemesOf } from '../text/graphemes.js';

/** The names of the emoji in a text that can be drawn as the picture's illustration: two at most. */
function heroNames(emoji: string): string[] {
  return graphemesOf(emoji)
    .map(emojiName)
    .filter((name) => name !== undefined)
    .slice(0, 2);
}

/** The illustration: a disc with one emoji, or a large one with a small one before it. Empty without emoji. */
export function heroBlock(emoji: string, side: number, palette: Palette): Block {
  const [first, second] = heroNames(emoji);
  if (first === undefined) return emptyBlock;
  const box = { x: 0, y: 0, width: side, height: side };
  const disc: Item = { kind: 'rect', box, radius: side / 2, fill: palette.accent };
  const drawings =
    second === undefined
      ? emojiItems(first, side * 0.18, side * 0.18, side * 0.64)
      : [
          ...emojiItems(first, side * 0.1, side * 0.1, side * 0.6),
          ...emojiItems(second, side * 0.52, side * 0.5, side * 0.44),
        ];
  return { width: side, height: side, items: [disc, ...drawings] };
}
