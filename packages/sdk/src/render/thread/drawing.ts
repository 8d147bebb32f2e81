import { composeScene } from '../design/compose-scene.js';
import type { Design } from '../design/design.js';
import { foldScene } from '../design/fold-scene.js';
import { paintPdf } from '../scene/paint-pdf.js';
import { rasteriseJpeg, rasterisePng } from '../scene/rasterise.js';

/** The file that is wanted. */
export type Output =
  /** Of that size. A JPEG loses quality until it is no larger than `mostBytes`. */
  | { readonly format: 'png'; readonly widthPx: number; readonly heightPx: number }
  | {
      readonly format: 'jpeg';
      readonly widthPx: number;
      readonly heightPx: number;
      readonly mostBytes: number;
    }
  /** One page with its bleed, fonts embedded, text selectable. Colours are RGB. */
  | { readonly format: 'pdf' };

/** One picture to draw, as data that can cross to a thread. */
export interface Drawing {
  readonly design: Design;
  readonly output: Output;
}

export interface Drawn {
  readonly bytes: Uint8Array;
  /** Visible characters that could not be drawn. */
  readonly dropped: readonly string[];
}

/** Goes into a PDF's properties: equal posters are equal files. */
const noDate = new Date(0);

/**
 * Draws it here. The same drawing gives the same bytes on one kind of machine.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export async function draw({ design, output }: Drawing): Promise<Drawn> {
  const page = composeScene(design);
  const scene = design.folded ? foldScene(page) : page;
  const { dropped } = scene;
  switch (output.format) {
    case 'png':
      return { bytes: rasterisePng(scene, output), dropped };
    case 'jpeg':
      return { bytes: rasteriseJpeg(scene, output, output.mostBytes), dropped };
    case 'pdf':
      return { bytes: await paintPdf(scene, noDate), dropped };
  }
}
