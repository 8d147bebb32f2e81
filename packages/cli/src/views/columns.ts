import { padEnd, wrap } from './display-width.js';
import { pageColumns } from './layout.js';

/** A label and one cell for each column. */
export type Row = readonly [label: string, ...cells: string[]];

const gap = 2;

/** Columns side by side within a page; what is too wide wraps in its own column. */
export function columns(rows: readonly Row[], labelColumns: number): string {
  const count = Math.max(0, ...rows.map((row) => row.length - 1));
  const width = Math.floor((pageColumns - labelColumns) / count) - gap;
  return rows
    .flatMap(([label, ...cells]) => {
      const wrapped = [wrap(label, labelColumns - 1), ...cells.map((cell) => wrap(cell, width))];
      const height = Math.max(...wrapped.map(({ length }) => length));
      return Array.from({ length: height }, (_, line) =>
        wrapped
          .map((cell, index) => padEnd(cell[line] ?? '', index === 0 ? labelColumns : width + gap))
          .join('')
          .trimEnd(),
      );
    })
    .join('\n');
}
