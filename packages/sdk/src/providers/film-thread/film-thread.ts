import { parentPort, workerData } from 'node:worker_threads';
import { KtEventError, ProviderError } from '../../errors/index.js';
import { clipBoxes } from '../../render/film/clip-box.js';
import { clipFrameCount } from '../../render/film/draw-film.js';
import { createEmbeddedEncoder } from '../../render/film/h264/embedded-encoder.js';
import { makeFilms } from '../../render/film/make-films.js';
import { openClipFrames } from '../ffmpeg/open-clip-frames.js';
import type { FilmFailure, FilmMessage, FilmTask } from './film-thread-messages.js';

// The thread that makes one request's films: drawing and coding take a processor for themselves. It also keeps what the
// encoder's WebAssembly does to its process, such as ending it on an unhandled rejection, away from everybody else.

const { input, urls, sound, clip, ffmpeg } = workerData as FilmTask;
/** How many times progress is told. */
const steps = 10;
let told = 0;

make().then(
  (films) =>
    post(
      { films },
      films.map(({ buffer }) => buffer as ArrayBuffer),
    ),
  (error: unknown) => post({ failure: toFailure(error) }),
);

async function make(): Promise<Uint8Array[]> {
  const encoder = createEmbeddedEncoder();
  if (!input.clip) return makeFilms(input, urls, encoder, { sound, onProgress });
  if (!clip || ffmpeg === undefined)
    throw new ProviderError('PROVIDER_005', { provider: 'ffmpeg', reason: 'ENOENT' });
  const { width, height } = clipBoxes[input.shape];
  const frames = openClipFrames({ executable: ffmpeg, clip, width, height, frames: clipFrameCount });
  try {
    return await makeFilms(input, urls, encoder, { sound, clip: frames, onProgress });
  } finally {
    frames.close();
  }
}

function onProgress(share: number): void {
  const step = Math.floor(share * steps);
  if (step > told) post({ share });
  told = step;
}

function post(message: FilmMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function toFailure(error: unknown): FilmFailure {
  if (KtEventError.is(error) && error.code === 'USER_022')
    return { tooMuchText: String(error.context['what']) };
  if (KtEventError.is(error) && (error.code === 'PROVIDER_004' || error.code === 'PROVIDER_005'))
    return { clip: error.code, reason: String(error.context['reason']) };
  return { reason: error instanceof Error ? error.message : 'unknown' };
}
