import type { Item } from './scene.js';

/** A piece of a layout, drawn from its own top left corner, so that it can be put anywhere. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** The block's items, at (x, y). */
export function place(block: Block, x: number, y: number): Item[] {
  return block.items.map((item) => moved(item, x, y));
}

/** Blocks below one another. An empty block takes no gap. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const filled = blocks.filter((block) => block.height > 0);
  const items: Item[] = [];
  let height = 0;
  for (const block of filled) {
    if (height > 0) height += gap;
    items.push(...place(block, 0, height));
    height += block.height;
  }
  return { width: Math.max(0, ...filled.map((block) => block.width)), height, items };
}

/** Blocks side by side, on a common middle line. */
export function row(blocks: readonly Block[], gap: number): Block {
  const height = Math.max(0, ...blocks.map((block) => block.height));
  const items: Item[] = [];
  let width = 0;
  for (const block of blocks) {
    if (width > 0) width += gap;
    items.push(...place(block, width, (height - block.height) / 2));
    width += block.width;
  }
  return { width, height, items };
}

interface CardOptions {
  readonly paddingX: number;
  readonly paddingY: number;
  readonly radius: number;
  readonly fill: string;
  /** Outer width; the content's own when absent. */
  readonly width?: number;
}

/** A block on a rounded ground. */
export function card(content: Block, { paddingX, paddingY, radius, fill, ...options }: CardOptions): Block {
  const width = options.width ?? content.width + 2 * paddingX;
  const height = content.height + 2 * paddingY;
  const ground: Item = { kind: 'rect', box: { x: 0, y: 0, width, height }, radius, fill };
  return { width, height, items: [ground, ...place(content, paddingX, paddingY)] };
}

/** A one-line label in a capsule. */
export function pill(content: Block, fill: string): Block {
  const paddingY = content.height * 0.22;
  const radius = content.height / 2 + paddingY;
  return content.height === 0 ? content : card(content, { paddingX: radius * 0.9, paddingY, radius, fill });
}

export const emptyBlock: Block = { width: 0, height: 0, items: [] };

function moved(item: Item, x: number, y: number): Item {
  switch (item.kind) {
    case 'rect':
    case 'picture':
      return { ...item, box: { ...item.box, x: item.box.x + x, y: item.box.y + y } };
    case 'panel':
      return {
        ...item,
        x: item.x + x,
        y: item.y + y,
        ...(item.clip && { clip: { ...item.clip, x: item.clip.x + x, y: item.clip.y + y } }),
      };
    case 'path':
      return { ...item, x: item.x + x, y: item.y + y };
    case 'text':
      return { ...item, x: item.x + x, baseline: item.baseline + y };
  }
}
