import type { Block } from '../scene/block.js';
import type { Item } from '../scene/scene.js';
import type { Setting } from './setting.js';
import type { TemplateNode } from './template-schema.js';

type RuleNode = Extract<TemplateNode, { rule: unknown }>;

/** A line across the column, whole, broken or double, or the bars of a receipt's foot. */
export function ruleBlock(node: RuleNode, { scheme, unit, width }: Setting): Block {
  const thick = node.thick * unit;
  const length = (width * node.width) / 100;
  const fill = scheme[node.colour];
  const bar = (x: number, y: number, wide: number, high: number, radius = 0): Item => ({
    kind: 'rect',
    box: { x, y, width: wide, height: high },
    radius,
    fill,
  });
  const block = (height: number, items: Item[]): Block => ({ width: length, height, items });
  switch (node.rule) {
    case 'line':
      return block(thick, [bar(0, 0, length, thick)]);
    case 'double':
      return block(thick * 3.4, [bar(0, 0, length, thick), bar(0, thick * 2.4, length, thick)]);
    case 'dots':
      return block(
        thick,
        repeated(length, thick * 2.6, thick).map((x) => bar(x, 0, thick, thick, thick / 2)),
      );
    case 'dashes':
      return block(
        thick,
        repeated(length, thick * 6.5, thick * 4).map((x) => bar(x, 0, thick * 4, thick)),
      );
    case 'bars':
      return block(
        thick * 12,
        bars(length, unit).map(([x, wide]) => bar(x, 0, wide, thick * 12)),
      );
  }
}

/** Left edges of as many pieces as fit, spread from edge to edge. */
function repeated(length: number, pitch: number, piece: number): number[] {
  const count = Math.max(2, Math.round((length - piece) / pitch) + 1);
  return Array.from({ length: count }, (_, index) => (index * (length - piece)) / (count - 1));
}

/** Widths of bars and gaps in turn, as on a till's receipt; it encodes nothing. */
const rhythm = [3, 2, 1, 3, 2, 2, 1, 1, 4, 2, 1, 2, 3, 1, 1, 3, 2, 1, 1, 2, 4, 1, 2, 2, 1, 3];

function bars(length: number, unit: number): [x: number, width: number][] {
  const result: [number, number][] = [];
  let x = 0;
  for (let index = 0; x < length; index += 2) {
    const [wide = 1, gap = 1] = [rhythm[index % rhythm.length], rhythm[(index + 1) % rhythm.length]];
    const held = Math.min(wide * unit * 2.4, length - x);
    result.push([x, held]);
    x += (wide + gap) * unit * 2.4;
  }
  return result;
}
