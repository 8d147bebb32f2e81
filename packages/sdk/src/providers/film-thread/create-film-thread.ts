import { Worker } from 'node:worker_threads';
import { BugError, ProviderError, UserError } from '../../errors/index.js';
import { createProcessors, type Processors } from '../../render/thread/processors.js';
import { abortable } from '../../resilience/abortable.js';
import { policyDefaults } from '../../resilience/policy-defaults.js';
import { withTimeout } from '../../resilience/with-timeout.js';
import type { FilmMaker, FilmOptions } from '../film-maker.js';
import type { FilmFailure, FilmMessage, FilmTask } from './film-thread-messages.js';

export interface FilmThreadOptions {
  /** A film takes one of them, and 200 MB. @defaultValue those of this machine, for films alone */
  readonly processors?: Processors;
  /** Absolute path of the program that decodes clips. @defaultValue none: no film shows one */
  readonly ffmpeg?: string | undefined;
}

/** The compiled thread: Node 20 runs no TypeScript, and this file may be the source. */
const compiled = new URL('../../../dist/providers/film-thread/film-thread.js', import.meta.url);
/** What is drawn lies outside of the heap; a small one is tidied up often. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };
const timeoutMs = policyDefaults.videoModel.jobTimeoutMs ?? 0;

/** Makes films in threads of their own, a few at a time. A thread that is not wanted any more ends at once. */
export function createFilmThread({
  processors = createProcessors(),
  ffmpeg,
}: FilmThreadOptions = {}): FilmMaker {
  return {
    make: (request, options = {}) =>
      abortable(() => processors.use('film', () => run({ ...request, ffmpeg }, options)), options.signal),
  };
}

function run(task: FilmTask, { signal, onProgress }: FilmOptions): Promise<readonly Uint8Array[]> {
  const make = async (signal: AbortSignal) => {
    const thread = new Worker(compiled, { workerData: task, resourceLimits });
    const end = () => void thread.terminate();
    signal.addEventListener('abort', end, { once: true });
    try {
      return await resultOf(thread, onProgress);
    } finally {
      signal.removeEventListener('abort', end);
      await thread.terminate();
    }
  };
  return withTimeout(make, { name: 'film', timeoutMs, signal });
}

function resultOf(thread: Worker, onProgress: FilmOptions['onProgress']): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message: FilmMessage) => {
      if ('share' in message) onProgress?.(message.share);
      else if ('films' in message) resolve(message.films);
      else reject(toError(message.failure));
    });
    thread.on('error', (cause) =>
      reject(new BugError('BUG_001', { reason: 'a film thread failed' }, { cause })),
    );
    thread.on('exit', () => reject(new BugError('BUG_001', { reason: 'a film thread ended early' })));
  });
}

function toError(failure: FilmFailure): Error {
  if ('tooMuchText' in failure) return new UserError('USER_022', { what: failure.tooMuchText });
  const { reason } = failure;
  if ('clip' in failure) return new ProviderError(failure.clip, { provider: 'ffmpeg', reason });
  return new BugError('BUG_001', { reason });
}
