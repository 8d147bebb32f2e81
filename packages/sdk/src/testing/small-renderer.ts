import type { Output, Renderer } from '../render/index.js';
import { draw } from '../render/thread/drawing.js';

const share = 1 / 10;

/** Real pictures of a tenth of the size, drawn here; pages are PNG. For tests that look at what stands with them. */
export const smallRenderer: Renderer = {
  async draw({ design, output }, signal) {
    signal?.throwIfAborted();
    return draw({ design, output: small(output) });
  },
  close: async () => undefined,
};

function small(output: Output): Output {
  if (output.format === 'pdf') return { format: 'png', widthPx: 100, heightPx: 140 };
  const [widthPx, heightPx] = [output.widthPx, output.heightPx].map((px) => Math.round(px * share));
  return { ...output, widthPx: widthPx ?? 1, heightPx: heightPx ?? 1 };
}
