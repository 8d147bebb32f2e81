import type { Scheme } from '../colour/scheme.js';
import type { Box, Item } from '../scene/scene.js';
import { circle, clipped, type Point, polygon } from './outline.js';
import type { Layer } from './template-schema.js';

type PatternLayer = Pick<Extract<Layer, { pattern: unknown }>, 'pattern' | 'fill' | 'opacity' | 'size'>;

/** A texture that fills its box and ends at its edges. Rays come from the middle of `around`. */
export function patternItems(
  layer: PatternLayer,
  box: Box,
  scheme: Scheme,
  unit: number,
  around: Box = box,
): Item[] {
  const d = patterns[layer.pattern](box, layer.size * unit, around);
  return [{ kind: 'path', d, x: 0, y: 0, scale: 1, fill: scheme[layer.fill], opacity: layer.opacity }];
}

const patterns: Readonly<Record<PatternLayer['pattern'], (box: Box, size: number, around: Box) => string>> = {
  dots: (box, size) =>
    cells(box, size)
      .map(({ x, y, odd }) => circle(x + (odd ? size / 2 : 0), y, size * 0.13))
      .join(''),
  halftone: (box, size) =>
    cells(box, size)
      .map(({ x, y, odd }) =>
        circle(
          x + (odd ? size / 2 : 0),
          y,
          size * 0.06 + size * 0.4 * Math.max(0, (y - box.y) / box.height) ** 1.4,
        ),
      )
      .join(''),
  checks: (box, size) =>
    cells(box, size)
      .filter(({ column, row }) => (column + row) % 2 === 0)
      .map(({ x, y }) =>
        held(
          [
            [x, y],
            [x + size, y],
            [x + size, y + size],
            [x, y + size],
          ],
          box,
        ),
      )
      .join(''),
  grid: ({ x, y, width, height }, size) => {
    const thick = size * 0.04;
    const lines = (length: number) =>
      Array.from({ length: Math.floor(length / size) }, (_, index) => (index + 0.5) * size);
    return [
      ...lines(width).map((by) =>
        polygon([
          [x + by, y],
          [x + by + thick, y],
          [x + by + thick, y + height],
          [x + by, y + height],
        ]),
      ),
      ...lines(height).map((by) =>
        polygon([
          [x, y + by],
          [x + width, y + by],
          [x + width, y + by + thick],
          [x, y + by + thick],
        ]),
      ),
    ].join('');
  },
  stripes: (box, size) => {
    const count = Math.ceil((box.width + box.height) / (size * 2)) + 1;
    return Array.from({ length: count }, (_, index) => {
      const left = box.x - box.height + index * size * 2;
      const foot = box.y + box.height;
      return held(
        [
          [left + box.height, box.y],
          [left + box.height + size, box.y],
          [left + size, foot],
          [left, foot],
        ],
        box,
      );
    }).join('');
  },
  rays: (box, _, around) => {
    const [x, y] = [around.x + around.width / 2, around.y + around.height * 0.52];
    const far = Math.hypot(box.width, box.height);
    const ray = (angle: number): Point => [x + Math.cos(angle) * far, y + Math.sin(angle) * far];
    const step = Math.PI / 14;
    return Array.from({ length: 14 }, (_, index) =>
      held([[x, y], ray(index * 2 * step), ray((index * 2 + 1) * step)], box),
    ).join('');
  },
  confetti: (box, size) =>
    cells(box, size * 2.4)
      .map(({ x, y, row, column }) => {
        const [a, b, c] = [chance(row, column, 1), chance(row, column, 2), chance(row, column, 3)];
        const [px, py] = [x + (a - 0.5) * size * 1.6, y + (b - 0.5) * size * 1.6];
        if (c < 0.4) return circle(px, py, size * 0.13);
        const angle = c * Math.PI * 2;
        const [dx, dy] = [Math.cos(angle) * size * 0.3, Math.sin(angle) * size * 0.3];
        const [nx, ny] = [-dy * 0.34, dx * 0.34];
        return held(
          [
            [px - dx - nx, py - dy - ny],
            [px + dx - nx, py + dy - ny],
            [px + dx + nx, py + dy + ny],
            [px - dx + nx, py - dy + ny],
          ],
          box,
        );
      })
      .join(''),
};

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly row: number;
  readonly column: number;
  readonly odd: boolean;
}

/** A square grid whose points lie half a cell inside the box. */
function cells({ x, y, width, height }: Box, size: number): Cell[] {
  const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)];
  return Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    return { x: x + column * size, y: y + row * size, row, column, odd: row % 2 === 1 };
  });
}

function held(points: readonly Point[], box: Box): string {
  return polygon(clipped(points, box));
}

/** 0 to 1, always the same for the same cell. */
export function chance(row: number, column: number, salt: number): number {
  let value =
    Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b) ^ Math.imul(salt, 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return ((value ^ (value >>> 15)) >>> 0) / 0x1_0000_0000;
}
