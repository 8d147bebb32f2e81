import type { IncomingMessage, ServerResponse } from 'node:http';

/** As much of a JPEG of 1080 × 1080 as a reader of its size looks at. */
export const squareJpeg = Buffer.from('ffd8ffc00011080438043803012200021101031101ffd9', 'hex');

/** As much of an MP4. */
const filmHead = Buffer.from('0000001066747970', 'hex');

/** Answers whoever fetches a creative: with a film for a reel, with the picture for everything else. */
export function answerMedia({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const isReel = url.includes('-reel');
  response.setHeader('content-type', isReel ? 'video/mp4' : 'image/jpeg').end(isReel ? filmHead : squareJpeg);
}
