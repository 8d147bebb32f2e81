/** As much of a JPEG of 1080 × 1080 as a reader of its size looks at. */
export const squareJpeg = Buffer.from('ffd8ffc00011080438043803012200021101031101ffd9', 'hex');

/** As much of an MP4. */
const filmHead = Buffer.from('0000001066747970', 'hex');

/** What a fetch of a creative's address is answered with: a film for a reel, the picture for everything else. */
export function mediaAt(address = ''): { readonly type: string; readonly bytes: Buffer } {
  const isReel = address.includes('-reel');
  return isReel ? { type: 'video/mp4', bytes: filmHead } : { type: 'image/jpeg', bytes: squareJpeg };
}
