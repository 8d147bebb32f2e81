import { type Block, place } from '../scene/block.js';
import type { Item } from '../scene/scene.js';
import type { Setting } from './setting.js';
import type { Align, RowNode, TemplateNode } from './template-schema.js';

export type Build = (node: TemplateNode, setting: Setting) => Block;

/** The blocks, each as wide as the widest, their content at the left, in the middle or at the right. */
export function aligned(blocks: readonly Block[], align: Align): Block[] {
  const width = Math.max(0, ...blocks.map((block) => block.width));
  return blocks.map((block) => within(block, width, align));
}

/** The block in a wider one. */
export function within(block: Block, width: number, align: Align): Block {
  if (block.height === 0) return block;
  const spare = width - block.width;
  const x = align === 'left' ? 0 : align === 'right' ? spare : spare / 2;
  return { width, height: block.height, items: place(block, x, 0) };
}

/** Side by side. The one that grows takes the room that the others leave. */
export function buildRow({ row, gap, valign, grow }: RowNode, setting: Setting, build: Build): Block {
  const space = gap * setting.unit * setting.scale;
  let rest = setting.width;
  const blocks: Block[] = [];
  const order = [...row.keys()].sort((a, b) => Number(a === grow) - Number(b === grow));
  for (const index of order) {
    const node = row[index] as TemplateNode;
    const block = build(node, { ...setting, width: Math.max(rest, 0) });
    const filled = index === grow && block.height > 0 ? within(block, rest, setting.align) : block;
    if (filled.width > 0) rest -= filled.width + space;
    blocks[index] = filled;
  }
  return sideBySide(blocks, space, valign);
}

function sideBySide(blocks: readonly Block[], gap: number, valign: RowNode['valign']): Block {
  const filled = blocks.filter((block) => block.height > 0 && block.width > 0);
  const height = Math.max(0, ...filled.map((block) => block.height));
  const items: Item[] = [];
  let width = 0;
  for (const block of filled) {
    if (width > 0) width += gap;
    const spare = height - block.height;
    items.push(...place(block, width, valign === 'top' ? 0 : valign === 'bottom' ? spare : spare / 2));
    width += block.width;
  }
  return { width, height, items };
}
