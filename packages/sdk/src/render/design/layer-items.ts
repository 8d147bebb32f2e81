import type { Item } from '../scene/scene.js';
import { boxOf } from './box-of.js';
import { contentItems } from './content-items.js';
import type { Design } from './design.js';
import { motifItems, scatteredItems } from './drawing-items.js';
import type { Frame } from './frame.js';
import { motifName } from './motif-block.js';
import { patternItems } from './pattern-items.js';
import { shapeItems } from './shape-items.js';
import { slotItems } from './slot-items.js';
import type { Layer } from './template-schema.js';

/** One layer of a template on this picture. */
export function layerItems(layer: Layer, design: Design, frame: Frame): Item[] {
  const { scheme, motifs, picture } = design;
  const { unit } = frame;
  const box = boxOf(layer, frame);
  if (box.height <= 0) return [];
  if ('shape' in layer) return shapeItems(layer, box, scheme, unit);
  if ('pattern' in layer) return patternItems(layer, box, scheme, unit);
  if ('scatter' in layer) return scatteredItems(layer, box, motifs, unit);
  if ('motif' in layer) return motifItems(motifName(motifs, layer.motif), box, layer.align);
  if ('picture' in layer) {
    if (picture) return [{ kind: 'picture', box, radius: layer.radius * unit, fit: 'cover', picture }];
    return slotItems(layer, box, design, frame);
  }
  return contentItems(layer, box, design, frame);
}
