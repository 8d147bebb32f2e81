/** Decides when and where a run is executed. It holds nothing that matters: the journal does. */
export interface Dispatcher {
  /** Executes `work` when its turn comes. Smaller priority goes first; equal ones in order of arrival. */
  dispatch<T>(priority: number, work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly priority: number;
  readonly no: number;
  readonly start: () => void;
}

/** In this process, at most `concurrency` runs at a time. */
export function createLocalDispatcher({ concurrency }: { readonly concurrency: number }): Dispatcher {
  const waiting: Waiting[] = [];
  let active = 0;
  let count = 0;

  const next = () => {
    if (active >= concurrency) return;
    waiting.sort((a, b) => a.priority - b.priority || a.no - b.no);
    const first = waiting.shift();
    if (!first) return;
    active += 1;
    first.start();
  };

  return {
    async dispatch(priority, work) {
      count += 1;
      const no = count;
      await new Promise<void>((start) => {
        waiting.push({ priority, no, start });
        queueMicrotask(next);
      });
      try {
        return await work();
      } finally {
        active -= 1;
        next();
      }
    },
  };
}
