import type { Item, Scene } from '../scene/scene.js';

/** Of the line to fold along: thin enough to vanish in the fold, dark or light enough to be found. Millimetres. */
const line = { thick: 0.25, dash: 3, gap: 2 };

/**
 * A page and the same page upside down above it, to be folded in the middle: it stands on a table and is read from both
 * sides. A dashed line says where to fold. The lower page is cut there and covers what of the upper one runs over it:
 * cutting takes as long as drawing all the rest.
 */
export function foldScene(page: Scene): Scene {
  const { width, height, bleed, items } = page;
  const clip = { x: -bleed, y: height, width: width + 2 * bleed, height: height + bleed };
  const back: Item = { kind: 'panel', x: width, y: height, turned: true, items };
  const front: Item = { kind: 'panel', clip, x: 0, y: height, turned: false, items };
  return { ...page, height: 2 * height, items: [back, front, ...dashes(page)] };
}

/** White under black, so that one of them shows on any ground. */
function dashes({ width, height, bleed }: Scene): Item[] {
  const pitch = line.dash + line.gap;
  const count = Math.floor((width + 2 * bleed) / pitch);
  const strip = (fill: string, x: number, wide: number): Item => ({
    kind: 'rect',
    box: { x, y: height - line.thick / 2, width: wide, height: line.thick },
    radius: 0,
    fill,
  });
  const dark = Array.from({ length: count }, (_, index) =>
    strip('#444444', index * pitch - bleed, line.dash),
  );
  return [strip('#ffffff', -bleed, width + 2 * bleed), ...dark];
}
