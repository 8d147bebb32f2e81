import { availableParallelism } from 'node:os';

/** What takes a processor for itself. */
type Work = 'film' | 'picture';

/** Turns at the processors of this machine, shared by all who draw. */
export interface Processors {
  /** Waits for a processor. The kind of work that has the fewest goes first, so that neither waits for all of the other. */
  use<T>(work: Work, run: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly work: Work;
  readonly start: () => void;
}

/** Each takes 150 MB and more while it is in use. */
const mostAtOnce = 8;

/** @param count - @defaultValue those that there are, 8 at most */
export function createProcessors(count = Math.min(availableParallelism(), mostAtOnce)): Processors {
  const waiting: Waiting[] = [];
  const busy = { film: 0, picture: 0 };

  function next(): void {
    if (busy.film + busy.picture >= count) return;
    const wanted = busy.film < busy.picture ? 'film' : 'picture';
    const preferred = waiting.findIndex(({ work }) => work === wanted);
    const [first] = waiting.splice(Math.max(0, preferred), 1);
    if (!first) return;
    busy[first.work] += 1;
    first.start();
    next();
  }

  return {
    async use(work, run) {
      await new Promise<void>((start) => {
        waiting.push({ work, start });
        queueMicrotask(next); // those who ask in the same breath are all considered
      });
      try {
        return await run();
      } finally {
        busy[work] -= 1;
        next();
      }
    },
  };
}
