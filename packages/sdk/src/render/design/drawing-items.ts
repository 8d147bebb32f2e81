import type { Box, Item } from '../scene/scene.js';
import { emojiItems } from '../scene/text-block.js';
import { chance } from './pattern-items.js';
import type { Motifs } from './setting.js';
import type { Align, Layer } from './template-schema.js';

/** One drawing, as large as the box allows. */
export function motifItems(name: string, { x, y, width, height }: Box, align: Align): Item[] {
  const side = Math.min(width, height);
  const left = align === 'left' ? x : align === 'right' ? x + width - side : x + (width - side) / 2;
  return emojiItems(name, left, y + (height - side) / 2, side);
}

/** Small drawings spread over the box, never the same arrangement for two seasons, always for one. */
export function scatteredItems(
  { scatter, size, count }: Extract<Layer, { scatter: unknown }>,
  box: Box,
  motifs: Motifs,
  unit: number,
): Item[] {
  const names =
    scatter === 'season'
      ? motifs.season
      : scatter === 'trade'
        ? motifs.trade
        : [...motifs.season, ...motifs.trade];
  const columns = Math.max(1, Math.round(Math.sqrt((count * box.width) / box.height)));
  const rows = Math.max(1, Math.round(count / columns));
  return Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const side = size * unit * (0.75 + 0.5 * chance(row, column, 7));
    const [cell, tall] = [box.width / columns, box.height / rows];
    const x =
      box.x + (column + 0.5) * cell + (chance(row, column, 8) - 0.5) * Math.max(cell - side, 0) - side / 2;
    const y =
      box.y + (row + 0.5) * tall + (chance(row, column, 9) - 0.5) * Math.max(tall - side, 0) - side / 2;
    return emojiItems(names[index % names.length] ?? 'sparkles', x, y, side);
  }).flat();
}
