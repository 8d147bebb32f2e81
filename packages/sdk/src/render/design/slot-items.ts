import type { Box, Item } from '../scene/scene.js';
import { boxOf } from './box-of.js';
import type { Design } from './design.js';
import { motifItems } from './drawing-items.js';
import type { Frame } from './frame.js';
import { motifName } from './motif-block.js';
import { patternItems } from './pattern-items.js';
import type { Layer } from './template-schema.js';

type PictureLayer = Extract<Layer, { picture: unknown }>;

/** Without a photograph: the trade's drawing, large, on its own ground with rays behind it. */
export function slotItems(layer: PictureLayer, box: Box, { scheme, motifs }: Design, frame: Frame): Item[] {
  const clear = layer.focus ? boxOf({ ...layer, box: layer.focus }, frame) : box;
  const seen = onPage(clear, frame);
  const side = Math.min(seen.width, seen.height) * 0.64;
  const [x, y] = [seen.x + (seen.width - side) / 2, seen.y + (seen.height - side) * 0.56];
  const small = (left: number, top: number): Box => {
    const width = side * 0.36;
    const held = Math.min(Math.max(x + side * left, seen.x + width * 0.2), seen.x + seen.width - width * 1.2);
    return { x: held, y: y + side * top, width, height: width };
  };
  const shade = `${layer.fill}Shade` as const;
  const rays = { pattern: 'rays', fill: shade, opacity: 1, size: 1 } as const;
  return [
    { kind: 'rect', box, radius: layer.radius * frame.unit, fill: scheme[layer.fill] },
    ...patternItems(rays, box, scheme, frame.unit, clear),
    ...motifItems(motifName(motifs, 'season'), small(-0.4, 0.34), 'center'),
    ...motifItems(motifName(motifs, 'hero'), { x, y, width: side, height: side }, 'center'),
    ...motifItems(motifName(motifs, 'side'), small(1.04, 0.5), 'center'),
  ];
}

/** The part of the box that is on the page. */
function onPage(box: Box, { width, height }: Frame): Box {
  const [x, y] = [Math.max(box.x, 0), Math.max(box.y, 0)];
  return {
    x,
    y,
    width: Math.min(box.x + box.width, width) - x,
    height: Math.min(box.y + box.height, height) - y,
  };
}
