import type { PixelSize } from '../scene/paint-svg.js';
import { blend } from './blend.js';
import type { Drawing } from './drawing.js';
import { contains, intersect, isEmpty, isSame, type Rect, subtract } from './rect.js';
import { convert } from './to-yuv.js';

export interface Painter {
  /** The picture as planes of Y, U and V, the latter two of half the size (BT.709, 16 to 235). Painted over by the next. */
  paint(drawings: readonly Drawing[]): Uint8Array;
}

/** Paints pictures one after the other: each time only what has changed. */
export function createPainter({ widthPx, heightPx }: PixelSize): Painter {
  const rgba = new Uint8Array(widthPx * heightPx * 4);
  const yuv = new Uint8Array((widthPx * heightPx * 3) / 2);
  const whole = { left: 0, top: 0, right: widthPx, bottom: heightPx };
  let last: readonly Drawing[] | undefined;

  function paintArea(drawings: readonly Drawing[], area: Rect): void {
    for (const drawing of drawings.slice(lowestSeen(drawings, area))) {
      const seen = intersect(area, seenOf(drawing));
      if (!isEmpty(seen)) blend(rgba, widthPx, drawing, seen);
    }
    convert({ rgba, yuv, width: widthPx, height: heightPx }, area);
  }

  return {
    paint(drawings) {
      const changed = last ? changes(last, drawings) : [whole];
      for (const area of changed) paintArea(drawings, evened(intersect(area, whole)));
      last = drawings;
      return yuv;
    },
  };
}

/** Whether two moments look the same. */
export function looksSame(a: readonly Drawing[], b: readonly Drawing[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => isUnmoved(one, b[index]) && isSame(one.clip, b[index]?.clip ?? one.clip))
  );
}

/** Colours are shared by four pixels. */
function evened({ left, top, right, bottom }: Rect): Rect {
  return { left: left & ~1, top: top & ~1, right: (right + 1) & ~1, bottom: (bottom + 1) & ~1 };
}

function seenOf({ sprite, x, y, clip }: Drawing): Rect {
  return intersect(clip, { left: x, top: y, right: x + sprite.width, bottom: y + sprite.height });
}

/** What lies below an opaque sprite that fills the area is not worth painting. */
function lowestSeen(drawings: readonly Drawing[], area: Rect): number {
  const index = drawings.findLastIndex(
    (one) => one.sprite.opaque && one.alpha === 255 && contains(seenOf(one), area),
  );
  return Math.max(0, index);
}

function isUnmoved(a: Drawing, b: Drawing | undefined): boolean {
  return a.sprite === b?.sprite && a.x === b.x && a.y === b.y && a.alpha === b.alpha;
}

/** A drawing that only shows more or less of itself changes that; one that has moved changes where it was and where it is. */
function changes(before: readonly Drawing[], after: readonly Drawing[]): Rect[] {
  const now = new Map(after.map((one) => [one.sprite, one]));
  const then = new Map(before.map((one) => [one.sprite, one]));
  const gone = before.filter(({ sprite }) => !now.has(sprite)).map(seenOf);
  return outermost([...gone, ...after.flatMap((one) => changeOf(then.get(one.sprite), one))]);
}

/** Areas inside of another are painted with it: the pictures of a clip change all of it each time. */
function outermost(areas: readonly Rect[]): Rect[] {
  return areas.filter(
    (area, index) =>
      !isEmpty(area) &&
      !areas.some((other, at) => {
        const isOther = at < index || (at > index && !isSame(area, other));
        return isOther && contains(other, area);
      }),
  );
}

function changeOf(before: Drawing | undefined, after: Drawing): Rect[] {
  const now = seenOf(after);
  if (!before) return [now];
  const then = seenOf(before);
  return isUnmoved(before, after) ? [...subtract(now, then), ...subtract(then, now)] : [then, now];
}
