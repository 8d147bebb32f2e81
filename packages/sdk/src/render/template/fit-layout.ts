import { UserError } from '../../errors/index.js';

/** Text sizes tried, relative to those wanted: the whole layout shrinks together and keeps its proportions. */
const smallestScale = 0.42;
export const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.47, smallestScale];

/**
 * Builds a layout at the largest scale at which it fits.
 *
 * @param what - Name of the format, for the error.
 * @throws {@link UserError} `USER_022` when it fits at none: text is never cut off.
 */
export function fitLayout<Layout>(
  what: string,
  build: (scale: number) => Layout,
  fits: (layout: Layout) => boolean,
  tried: readonly number[] = scales,
): Layout {
  for (const scale of tried) {
    const layout = build(scale);
    if (fits(layout)) return layout;
  }
  throw new UserError('USER_022', { what });
}
