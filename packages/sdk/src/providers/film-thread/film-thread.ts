import { parentPort, workerData } from 'node:worker_threads';
import { KtEventError } from '../../errors/index.js';
import { createEmbeddedEncoder } from '../../render/film/h264/embedded-encoder.js';
import { makeFilms } from '../../render/film/make-films.js';
import type { FilmRequest } from '../film-maker.js';
import type { FilmFailure, FilmMessage } from './film-thread-messages.js';

// The thread that makes one request's films: drawing and coding take a processor for themselves. It also keeps what the
// encoder's WebAssembly does to its process, such as ending it on an unhandled rejection, away from everybody else.

const { input, urls, sound } = workerData as FilmRequest;
/** How many times progress is told. */
const steps = 10;
let told = 0;

makeFilms(input, urls, createEmbeddedEncoder(), { sound, onProgress }).then(
  (films) =>
    post(
      { films },
      films.map(({ buffer }) => buffer as ArrayBuffer),
    ),
  (error: unknown) => post({ failure: toFailure(error) }),
);

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
  return { reason: error instanceof Error ? error.message : 'unknown' };
}
