import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { BugError } from '../../errors/index.js';
import type { Drawing, Drawn } from './drawing.js';
import { type DrawnMessage, unpackFailure } from './messages.js';

/** Draws pictures away from the main loop, several at a time. */
export interface Renderer {
  /**
   * Waits for a free thread, then draws, unless it was cancelled meanwhile.
   *
   * @throws {@link UserError} `USER_022` when the texts do not fit; `BUG_001` when the thread ended under it.
   */
  draw(drawing: Drawing, signal?: AbortSignal): Promise<Drawn>;
  /** Ends the threads. What they were drawing fails. */
  close(): Promise<void>;
}

interface RendererOptions {
  /** @defaultValue one for each core, 4 at most: each holds the fonts and a picture, about 100 MB */
  readonly threads?: number;
  readonly script?: URL;
}

/** The compiled thread: Node 20 runs no TypeScript, and this file may be the source. */
const compiled = new URL('../../../dist/render/thread/draw-thread.js', import.meta.url);
const mostThreads = 4;
/** A picture's own bytes are outside the heap; a small nursery keeps a thread under 150 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

interface Job {
  readonly drawing: Drawing;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (drawn: Drawn) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads start with the work and keep no process alive while there is none. */
export function openRenderer({ threads, script = compiled }: RendererOptions = {}): Renderer {
  const most = threads ?? Math.min(availableParallelism(), mostThreads);
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();

  function start(): Worker {
    const worker = new Worker(script, { resourceLimits });
    worker.on('message', (message: DrawnMessage) => settle(worker, message));
    worker.on('error', () => undefined); // 'exit' follows
    worker.on('exit', () => forget(worker));
    return worker;
  }

  function next(): void {
    const canStart = idle.length > 0 || busy.size < most;
    const job = canStart ? waiting.shift() : undefined;
    if (!job) return;
    if (job.signal?.aborted) {
      job.reject(job.signal.reason);
      next();
      return;
    }
    const worker = idle.pop() ?? start();
    busy.set(worker, job);
    worker.ref();
    worker.postMessage(job.drawing);
    next();
  }

  function settle(worker: Worker, message: DrawnMessage): void {
    const job = busy.get(worker);
    busy.delete(worker);
    worker.unref();
    idle.push(worker);
    if ('drawn' in message) job?.resolve(message.drawn);
    else job?.reject(unpackFailure(message.failure));
    next();
  }

  function forget(worker: Worker): void {
    const job = busy.get(worker);
    busy.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    job?.reject(new BugError('BUG_001', { reason: 'a drawing thread ended' }));
    next();
  }

  return {
    draw(drawing, signal) {
      return new Promise((resolve, reject) => {
        waiting.push({ drawing, signal, resolve, reject });
        next();
      });
    },
    async close() {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
