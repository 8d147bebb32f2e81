import type { KtEvent } from '@kt-event/sdk';

export interface SchedulerOptions {
  readonly ktEvent: Pick<KtEvent, 'due' | 'advance'>;
  /** How often it looks for campaigns whose time has come, ms. @defaultValue 5_000 */
  readonly everyMs?: number;
  /** Told of every failure; the scheduler itself goes on. */
  readonly onError: (error: unknown, campaignId: string | undefined) => void;
}

export interface Scheduler {
  /** Looks once, now. Ticks never overlap. */
  tick(): Promise<void>;
  start(): void;
  /** Stops looking and waits for the work in hand. */
  stop(): Promise<void>;
}

/** Carries campaigns on by themselves: opens, closes, draws and measures them at their times. */
export function createScheduler({ ktEvent, everyMs = 5_000, onError }: SchedulerOptions): Scheduler {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    const campaigns = await ktEvent.due().catch((error: unknown) => {
      onError(error, undefined);
      return [];
    });
    for (const { id } of campaigns) {
      if (stopping.signal.aborted) return;
      await ktEvent.advance(id, { signal: stopping.signal }).catch((error: unknown) => onError(error, id));
    }
  }

  function tick(): Promise<void> {
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  }

  return {
    tick,
    start() {
      timer ??= setInterval(() => void tick(), everyMs);
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await working;
    },
  };
}
