import { BugError } from '../../errors/index.js';
import type { ClipFrames } from './clip-frames.js';
import type { Sprite } from './sprite.js';

/** What a clip shows at a frame; asked for in the order of frames. */
type Moving = (frame: number) => Promise<Sprite>;

/** Plays a clip once. When it is over, its last picture stays. */
export function playClip(frames: ClipFrames, { width, height }: Pick<Sprite, 'width' | 'height'>): Moving {
  let shown: Sprite | undefined;
  let shownAt = -1;
  return async (frame) => {
    while (shownAt < frame) {
      const pixels = await frames.next();
      if (pixels) shown = { pixels, width, height, opaque: true };
      shownAt = pixels ? shownAt + 1 : frame;
    }
    if (!shown) throw new BugError('BUG_001', { reason: 'a clip without a picture' });
    return shown;
  };
}
