import { Worker } from 'node:worker_threads';
import { BugError } from '../../errors/index.js';
import type { Drawing, Drawn } from './drawing.js';
import { type DrawnMessage, unpackFailure } from './messages.js';
import { createProcessors, type Processors } from './processors.js';

/** Draws pictures away from the main loop, several at a time. */
export interface Renderer {
  /**
   * Waits for a free processor, then draws, unless it was cancelled meanwhile.
   *
   * @throws {@link UserError} `USER_022` when the texts do not fit; `BUG_001` when the thread ended under it.
   */
  draw(drawing: Drawing, signal?: AbortSignal): Promise<Drawn>;
  /** Ends the threads. What they were drawing fails. */
  close(): Promise<void>;
}

interface RendererOptions {
  /** A thread each, of 100 MB and more: the fonts and a picture. @defaultValue those of this machine, for pictures alone */
  readonly processors?: Processors;
  readonly script?: URL;
}

/** The compiled thread: Node 20 runs no TypeScript, and this file may be the source. */
const compiled = new URL('../../../dist/render/thread/draw-thread.js', import.meta.url);
/** A picture's own bytes are outside the heap: a nursery of 8 MB takes 25 MB more and saves no time that could be measured. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

interface Job {
  readonly resolve: (drawn: Drawn) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads start with the work and keep no process alive while there is none. */
export function openRenderer({
  processors = createProcessors(),
  script = compiled,
}: RendererOptions = {}): Renderer {
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();

  function start(): Worker {
    const worker = new Worker(script, { resourceLimits });
    worker.on('message', (message: DrawnMessage) => settle(worker, message));
    worker.on('error', () => undefined); // 'exit' follows
    worker.on('exit', () => forget(worker));
    return worker;
  }

  function settle(worker: Worker, message: DrawnMessage): void {
    const job = busy.get(worker);
    busy.delete(worker);
    worker.unref();
    idle.push(worker);
    if ('drawn' in message) job?.resolve(message.drawn);
    else job?.reject(unpackFailure(message.failure));
  }

  function forget(worker: Worker): void {
    const job = busy.get(worker);
    busy.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    job?.reject(new BugError('BUG_001', { reason: 'a drawing thread ended' }));
  }

  function drawInThread(drawing: Drawing): Promise<Drawn> {
    const worker = idle.pop() ?? start();
    return new Promise((resolve, reject) => {
      busy.set(worker, { resolve, reject });
      worker.ref();
      worker.postMessage(drawing);
    });
  }

  return {
    draw: (drawing, signal) =>
      processors.use('picture', async () => {
        signal?.throwIfAborted();
        return await drawInThread(drawing);
      }),
    async close() {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
