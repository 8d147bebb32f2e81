/** Whole pixels, the right and bottom edge not included. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function isEmpty({ left, top, right, bottom }: Rect): boolean {
  return right <= left || bottom <= top;
}

export function intersect(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

export function contains(outer: Rect, inner: Rect): boolean {
  return isEmpty(inner) || isSame(intersect(outer, inner), inner);
}

export function isSame(a: Rect, b: Rect): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

/** What of `a` lies outside of `b`: four pieces at most. */
export function subtract(a: Rect, b: Rect): Rect[] {
  const common = intersect(a, b);
  if (isEmpty(common)) return isEmpty(a) ? [] : [a];
  const { top, bottom } = common;
  return [
    { ...a, bottom: top },
    { ...a, top: bottom },
    { ...a, top, bottom, right: common.left },
    { ...a, top, bottom, left: common.right },
  ].filter((piece) => !isEmpty(piece));
}
