import type { Scheme } from '../colour/scheme.js';
import type { Box, Item } from '../scene/scene.js';
import { burst, circle, type Point, polygon, teeth } from './outline.js';
import type { Layer } from './template-schema.js';

type ShapeLayer = Extract<Layer, { shape: unknown }>;

/** One shape that fills its box. */
export function shapeItems(layer: ShapeLayer, box: Box, scheme: Scheme, unit: number): Item[] {
  const fill = scheme[layer.fill];
  const { opacity } = layer;
  const path = (d: string, evenOdd = false): Item[] => [
    { kind: 'path', d, x: 0, y: 0, scale: 1, fill, opacity, evenOdd },
  ];
  const { x, y, width, height } = box;
  switch (layer.shape) {
    case 'rect':
      if (opacity === 1) return [{ kind: 'rect', box, radius: layer.radius * unit, fill }];
      return path(
        polygon([
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ]),
      );
    case 'disc': {
      const radius = Math.min(width, height) / 2;
      return path(circle(x + width / 2, y + height / 2, radius));
    }
    case 'burst': {
      const side = Math.min(width, height);
      return path(
        burst({ x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side }, 18, 0.13),
      );
    }
    case 'arch':
      return path(polygon([...arc(box), [x + width, y + height], [x, y + height]]));
    case 'wave':
      return path(wave(box));
    case 'zigzag':
      return path(
        polygon([
          [x, y],
          [x + width, y],
          [x + width, y + height],
          ...teeth(x, y + height, width, layer.thick * 4 * unit).reverse(),
        ]),
      );
    case 'slant':
      return path(
        polygon([
          [x, y + height * 0.3],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ]),
      );
    case 'frame':
      return path(frame(box, layer.thick * unit), true);
    case 'awning':
      return awning(box, fill, layer.fill === 'accent' ? scheme.card : scheme.accent);
  }
}

/** The round top, from its left foot to its right one; flatter where the box is low. */
function arc({ x, y, width, height }: Box): Point[] {
  const [across, up] = [width / 2, Math.min(width / 2, height)];
  return Array.from({ length: 49 }, (_, index): Point => {
    const angle = Math.PI * (1 + index / 48);
    return [x + across + Math.cos(angle) * across, y + up + Math.sin(angle) * up];
  });
}

function frame({ x, y, width, height }: Box, thick: number): string {
  const ring = (by: number): Point[] => [
    [x + by, y + by],
    [x + width - by, y + by],
    [x + width - by, y + height - by],
    [x + by, y + height - by],
  ];
  return `${polygon(ring(0))}${polygon(ring(thick))}`;
}

/** A ground whose upper edge swings. */
function wave({ x, y, width, height }: Box): string {
  const swing = Math.min(height * 0.25, width * 0.07);
  const points = Array.from({ length: 49 }, (_, index): Point => {
    const share = index / 48;
    return [x + width * share, y + swing * (1 + Math.sin(share * Math.PI * 3))];
  });
  return polygon([...points, [x + width, y + height], [x, y + height]]);
}

/** Stripes that end in round flaps, as over a shop window. */
function awning({ x, y, width, height }: Box, fill: string, other: string): Item[] {
  const count = 2 * Math.round(width / (height * 0.9) / 2) + 1;
  const pitch = width / count;
  const stripe = (index: number): string => {
    const left = x + index * pitch;
    const end = y + height - pitch / 2;
    return `${polygon([
      [left, y],
      [left + pitch, y],
      [left + pitch, end],
      [left, end],
    ])}${circle(left + pitch / 2, end, pitch / 2)}`;
  };
  const indices = Array.from({ length: count }, (_, index) => index);
  const joined = (odd: number) =>
    indices
      .filter((index) => index % 2 === odd)
      .map(stripe)
      .join('');
  return [
    { kind: 'path', d: joined(0), x: 0, y: 0, scale: 1, fill },
    { kind: 'path', d: joined(1), x: 0, y: 0, scale: 1, fill: other },
  ];
}
