import { createHash } from 'node:crypto';
import type { Drawing, Output, Renderer } from '../render/index.js';
import { paintPdf } from '../render/scene/paint-pdf.js';
import { rasteriseJpeg, rasterisePng } from '../render/scene/rasterise.js';
import type { Scene } from '../render/scene/scene.js';

const blank: Scene = {
  unit: 'px',
  width: 100,
  height: 100,
  bleed: 0,
  safe: { x: 0, y: 0, width: 100, height: 100 },
  title: '',
  items: [],
  dropped: [],
};

const sheets = new Map<string, Promise<Uint8Array>>();

/** Files of the right kind and size with nothing on them, a different one for each drawing: for tests that are about something else. */
export const blankRenderer: Renderer = {
  async draw(drawing, signal) {
    signal?.throwIfAborted();
    return { bytes: Buffer.concat([await sheetOf(drawing.output), footprint(drawing)]), dropped: [] };
  },
  close: async () => undefined,
};

function sheetOf(output: Output): Promise<Uint8Array> {
  const key = JSON.stringify(output);
  const sheet = sheets.get(key) ?? drawBlank(output);
  sheets.set(key, sheet);
  return sheet;
}

async function drawBlank(output: Output): Promise<Uint8Array> {
  if (output.format === 'pdf') return paintPdf(blank, new Date(0));
  return output.format === 'png'
    ? rasterisePng(blank, output)
    : rasteriseJpeg(blank, output, output.mostBytes);
}

/** Behind the end of a file, where no reader looks. */
function footprint(drawing: Drawing): Uint8Array {
  return createHash('sha256').update(JSON.stringify(drawing)).digest();
}
