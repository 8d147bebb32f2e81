import type { Box } from '../scene/scene.js';

// Outlines as SVG paths of absolute commands, which both painters read. Two decimals: a hundredth of a pixel.

export type Point = readonly [x: number, y: number];

export const at = (value: number): string => String(Math.round(value * 100) / 100);

export function polygon(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  return `M${at(first[0])} ${at(first[1])}${rest.map(([x, y]) => `L${at(x)} ${at(y)}`).join('')}Z`;
}

/** A circle as four curves. */
export function circle(x: number, y: number, radius: number): string {
  const k = radius * 0.5523;
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius];
  const curve = (...values: number[]) => `C${values.map(at).join(' ')}`;
  return [
    `M${at(x)} ${at(top)}`,
    curve(x + k, top, right, y - k, right, y),
    curve(right, y + k, x + k, bottom, x, bottom),
    curve(x - k, bottom, left, y + k, left, y),
    curve(left, y - k, x - k, top, x, top),
    'Z',
  ].join('');
}

/** A star of many short rays, as on price stickers. */
export function burst({ x, y, width, height }: Box, rays: number, depth: number): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  return polygon(
    Array.from({ length: rays * 2 }, (_, index): Point => {
      const share = index % 2 === 0 ? 1 : 1 - depth;
      const angle = (index / (rays * 2)) * 2 * Math.PI - Math.PI / 2;
      return [cx + (Math.cos(angle) * width * share) / 2, cy + (Math.sin(angle) * height * share) / 2];
    }),
  );
}

/** Teeth along an edge, from left to right: the points between the two ends. */
export function teeth(x: number, y: number, width: number, size: number): Point[] {
  const count = Math.max(3, Math.round(width / size));
  const pitch = width / count;
  return Array.from({ length: count }, (_, index): Point[] => [
    [x + index * pitch, y],
    [x + (index + 0.5) * pitch, y + size * 0.55],
  ]).flat();
}

/** What of a polygon lies inside the box (Sutherland and Hodgman). */
export function clipped(points: readonly Point[], { x, y, width, height }: Box): Point[] {
  const edges: ((point: Point) => number)[] = [
    ([px]) => px - x,
    ([px]) => x + width - px,
    ([, py]) => py - y,
    ([, py]) => y + height - py,
  ];
  return edges.reduce<Point[]>(
    (kept, inside) => {
      return kept.flatMap((point, index) => {
        const before = kept[(index + kept.length - 1) % kept.length] as Point;
        return edgeInside(before, point, inside);
      });
    },
    [...points],
  );
}

/** What of the way from one point to the next is inside: its end, where it crosses, or nothing. */
function edgeInside(from: Point, to: Point, inside: (point: Point) => number): Point[] {
  const [start, end] = [inside(from), inside(to)];
  if (start >= 0 && end >= 0) return [to];
  if (start < 0 && end < 0) return [];
  const share = start / (start - end);
  const crossing: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  return end >= 0 ? [crossing, to] : [crossing];
}
