import type { Ground } from '../colour/tone.js';
import { type Block, place } from '../scene/block.js';
import type { Item } from '../scene/scene.js';
import type { Build } from './build-row.js';
import { within } from './build-row.js';
import { at, circle, polygon, teeth } from './outline.js';
import type { Setting } from './setting.js';
import type { CardNode } from './template-schema.js';

/** A piece on a ground of its own, with the edge that the template asks for. */
export function buildCard(node: CardNode, setting: Setting, build: Build): Block {
  const { unit, scale } = setting;
  const by = (node.shadow?.by ?? 0) * unit;
  const border = (node.border?.thick ?? 0) * unit;
  const [padX, padY] = [node.pad[0] * unit * scale + border, node.pad[1] * unit * scale + border];
  const outer = setting.width - by;
  const inner = build(node.card, { ...setting, ground: node.fill as Ground, width: outer - 2 * padX });
  if (inner.height === 0) return inner;
  const width = node.width === 'fill' ? outer : inner.width + 2 * padX;
  const content = node.width === 'fill' ? within(inner, outer - 2 * padX, setting.align) : inner;
  const height = inner.height + 2 * padY;
  return {
    width: width + by,
    height: height + by,
    items: [...faces(node, setting, width, height), ...place(content, padX, padY)],
  };
}

/** Shadow, border and face, back to front. */
function faces(node: CardNode, { scheme, unit }: Setting, width: number, height: number): Item[] {
  const radius = node.edge === 'pill' ? height / 2 : Math.min(node.radius * unit, height / 2);
  const face = (grow: number, fill: string, x = 0): Item =>
    outline(node.edge, {
      x: x - grow,
      y: x - grow,
      width: width + 2 * grow,
      height: height + 2 * grow,
      radius: radius + grow,
      unit,
      fill,
    });
  const items: Item[] = [];
  if (node.shadow) items.push(face(0, scheme[node.shadow.colour], node.shadow.by * unit));
  if (node.border) items.push(face(0, scheme[node.border.colour]));
  return [...items, face(node.border ? -node.border.thick * unit : 0, scheme[node.fill])];
}

interface Face {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly unit: number;
  readonly fill: string;
}

function outline(edge: CardNode['edge'], face: Face): Item {
  const { x, y, width, height, unit, fill } = face;
  const path = (d: string): Item => ({ kind: 'path', d, x, y, scale: 1, fill });
  switch (edge) {
    case 'plain':
    case 'pill':
      return { kind: 'rect', box: { x, y, width, height }, radius: Math.max(face.radius, 0), fill };
    case 'receipt': {
      const size = 26 * unit;
      const below = teeth(0, height, width, size).reverse();
      return path(polygon([[0, 0], [width, 0], [width, height], ...below, [0, height]]));
    }
    case 'scallops':
      return path(scalloped(width, height, 22 * unit));
    case 'ticket':
      return path(ticket(face, 24 * unit));
  }
}

/** A bite out of the middle of either side. */
function ticket({ width, height, radius }: Face, bite: number): string {
  const [r, middle] = [Math.max(radius, 0), height / 2];
  const arc = (size: number, sweep: number, x: number, y: number) =>
    `A${at(size)} ${at(size)} 0 0 ${sweep} ${at(x)} ${at(y)}`;
  return [
    `M${at(r)} 0L${at(width - r)} 0${arc(r, 1, width, r)}`,
    `L${at(width)} ${at(middle - bite)}${arc(bite, 0, width, middle + bite)}`,
    `L${at(width)} ${at(height - r)}${arc(r, 1, width - r, height)}`,
    `L${at(r)} ${at(height)}${arc(r, 1, 0, height - r)}`,
    `L0 ${at(middle + bite)}${arc(bite, 0, 0, middle - bite)}`,
    `L0 ${at(r)}${arc(r, 1, r, 0)}Z`,
  ].join('');
}

/** Round bulges all round, as on a biscuit. */
function scalloped(width: number, height: number, radius: number): string {
  const along = (length: number) => Math.max(2, Math.round(length / (radius * 1.7)));
  const [nx, ny] = [along(width), along(height)];
  const bulges = [
    ...Array.from({ length: nx + 1 }, (_, index) => (index * width) / nx).flatMap((x) => [
      circle(x, 0, radius),
      circle(x, height, radius),
    ]),
    ...Array.from({ length: ny + 1 }, (_, index) => (index * height) / ny).flatMap((y) => [
      circle(0, y, radius),
      circle(width, y, radius),
    ]),
  ];
  return `${polygon([
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ])}${bulges.join('')}`;
}
