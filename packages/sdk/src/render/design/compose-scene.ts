import { place } from '../scene/block.js';
import type { Box, Item, Scene } from '../scene/scene.js';
import { droppedFrom, renderable } from '../text/renderable.js';
import { bled, sizeOf } from './box-of.js';
import { within } from './build-row.js';
import type { Design } from './design.js';
import { frameOf } from './frame.js';
import { layerItems } from './layer-items.js';
import { markBlock } from './mark-block.js';
import { textsOf } from './words.js';

/**
 * Lays a design out. `dropped` of the result names the characters that could not be drawn.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export function composeScene(design: Design): Scene {
  const { template, scheme, words } = design;
  const frame = frameOf(design.format);
  const marks = markBlock(design, frame);
  const content =
    marks.height === 0 ? frame : { ...frame, safe: above(frame.safe, marks.height + 14 * frame.unit) };
  const ground: Item = {
    kind: 'rect',
    box: bled({ x: 0, y: 0, ...sizeOf(frame) }, frame),
    radius: 0,
    fill: scheme[template.ground],
  };
  const { safe } = frame;
  return {
    unit: frame.use === 'print' ? 'mm' : 'px',
    ...sizeOf(frame),
    bleed: frame.bleed,
    safe,
    title: renderable(`${words.store} ${words.title}`).text,
    items: [
      ground,
      ...template.layouts[frame.layout].flatMap((layer) => layerItems(layer, design, content)),
      ...place(within(marks, safe.width, 'center'), safe.x, safe.y + safe.height - marks.height),
    ],
    dropped: droppedFrom([...textsOf(words), design.label ?? '', design.aiLabel ?? '']),
  };
}

const above = (box: Box, by: number): Box => ({ ...box, height: box.height - by });
