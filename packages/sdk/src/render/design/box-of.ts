import type { Box } from '../scene/scene.js';
import type { Frame } from './frame.js';
import type { Layer } from './template-schema.js';

export const sizeOf = ({ width, height }: Frame): Pick<Box, 'width' | 'height'> => ({ width, height });

/** Where a layer lies, in the unit of the picture. */
export function boxOf(layer: Layer, frame: Frame): Box {
  const [left, top, width, height] = layer.box;
  const page = { x: 0, y: 0, ...sizeOf(frame) };
  const outer = layer.in === 'page' ? page : layer.in === 'safe' ? frame.safe : frame.below;
  const box = {
    x: outer.x + (outer.width * left) / 100,
    y: outer.y + (outer.height * top) / 100,
    width: (outer.width * width) / 100,
    height: (outer.height * height) / 100,
  };
  return layer.in === 'page' ? bled(box, frame) : box;
}

/** What reaches the edge of the page reaches into the bleed. */
export function bled(box: Box, { width, height, bleed }: Frame): Box {
  if (bleed === 0) return box;
  const [left, top] = [box.x <= 0 ? bleed : 0, box.y <= 0 ? bleed : 0];
  const right = box.x + box.width >= width - 1e-6 ? bleed : 0;
  const bottom = box.y + box.height >= height - 1e-6 ? bleed : 0;
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + right,
    height: box.height + top + bottom,
  };
}
