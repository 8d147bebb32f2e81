interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * True where somebody watches a line move: not in a pipe, not in CI, and not on a screen that says it has no
 * columns, as a container's may, over which ora would clear lines for ever.
 */
export function isWatched({ isTTY = false, columns = 0 }: Screen, automated: boolean): boolean {
  return isTTY && columns > 0 && !automated;
}
