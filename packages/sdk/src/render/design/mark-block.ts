import { toneOn } from '../colour/tone.js';
import { type Block, emptyBlock, pill, row, stack } from '../scene/block.js';
import { textBlock } from '../scene/text-block.js';
import { aligned } from './build-row.js';
import type { Design } from './design.js';
import type { Frame } from './frame.js';

/** The honest line and the mark of a model, where no template can leave them out. */
export function markBlock({ scheme, label, aiLabel }: Design, { safe, unit, minText }: Frame): Block {
  const mark = (text: string | undefined, ground: 'ink' | 'card') => {
    const size = Math.max(26 * unit, minText);
    const fill = ground === 'ink' ? '#ffffff' : toneOn(scheme, 'card', 'strong');
    const block = textBlock(text ?? '', {
      face: 'bold',
      fill,
      maxWidth: safe.width * 0.86,
      size,
      minSize: minText,
      maxLines: 1,
    });
    return pill(block, ground === 'ink' ? scheme.ink : scheme.card);
  };
  const both = [mark(label, 'ink'), mark(aiLabel, 'card')];
  const beside = row(both, 12 * unit);
  const marks = beside.width <= safe.width ? beside : stack(aligned(both, 'center'), 10 * unit);
  return marks.height > 0 ? marks : emptyBlock;
}
