import { UserError } from '../../errors/index.js';
import { type Block, emptyBlock, place } from '../scene/block.js';
import type { Box, Item } from '../scene/scene.js';
import { fitLayout, scales } from '../template/fit-layout.js';
import { buildNode } from './build-node.js';
import { within } from './build-row.js';
import type { Design } from './design.js';
import type { Frame } from './frame.js';
import type { Setting } from './setting.js';
import type { Layer } from './template-schema.js';

type ContentLayer = Extract<Layer, { content: unknown }>;

/** Few words may be larger than the template says; what may be left out goes before the rest gets small. */
const wholeScales = [1.3, 1.22, 1.14, 1.07, 1, 0.94, 0.88, 0.82];
const allScales = [1.3, 1.22, 1.14, 1.07, ...scales];

/** The words of one layer, set as large as its box allows. */
export function contentItems(layer: ContentLayer, box: Box, design: Design, frame: Frame): Item[] {
  const { align, valign } = layer;
  const block = fittedBlock(layer, box, design, frame);
  const wide = within(block, box.width, align);
  const spare = box.height - block.height;
  return place(wide, box.x, box.y + (valign === 'top' ? 0 : valign === 'bottom' ? spare : spare / 2));
}

/** How much of the smallest size the longest texts may take from a screen; paper yields nothing. */
const leastOfFloor = 0.62;

/** With everything if it fits, else without what may be left out, else smaller than is good on that screen. */
function fittedBlock(layer: ContentLayer, box: Box, design: Design, frame: Frame): Block {
  const setting = settingOf(layer, box, design, frame);
  const build = (tried: readonly number[], over: Partial<Setting>) =>
    fitLayout(
      `${design.format.width}×${design.format.height} ${design.template.name}`,
      (scale) => buildNode(layer.content, { ...setting, scale, ...over }),
      ({ width, height }) => height <= box.height + 1e-6 && width <= box.width + 1e-6,
      tried,
    );
  const minText = frame.minText * (frame.use === 'print' ? 1 : leastOfFloor);
  const ways = [
    () => build(wholeScales, { sparse: false }),
    () => build(allScales, { sparse: true }),
    () => build(scales, { sparse: true, minText }),
  ];
  return firstThatFits(ways);
}

function firstThatFits([way, ...others]: readonly (() => Block)[]): Block {
  if (!way) return emptyBlock;
  try {
    return way();
  } catch (error) {
    if (error instanceof UserError && others.length > 0) return firstThatFits(others);
    throw error;
  }
}

function settingOf({ on: ground, align }: ContentLayer, box: Box, design: Design, frame: Frame): Setting {
  const { template, scheme, words, motifs, logo, url } = design;
  const { unit, minText, leastQr } = frame;
  const { display, parts } = template;
  const { width } = box;
  const campaign = { scheme, words, motifs, logo, url, display, parts };
  return { ...campaign, ground, unit, minText, leastQr, width, align, scale: 1, sparse: false };
}
