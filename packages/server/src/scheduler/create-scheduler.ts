import { createSteadyClock, type KtEvent, toKtEventError } from '@kt-event/sdk';
import { createOutageWatch } from './outage-watch.js';
import { createRounds, type RoundsOptions } from './rounds.js';

export interface SchedulerOptions {
  readonly ktEvent: RoundsOptions['ktEvent'] &
    Pick<KtEvent, 'due' | 'advance' | 'providers' | 'resumeGenerations'>;
  /** How often it looks for campaigns whose time has come, ms. @defaultValue 5_000 */
  readonly everyMs?: number;
  /**
   * Told of every failure, once of a channel that cannot be asked for news, and once of every provider that has been paused for more than five minutes: `PROVIDER_003`
   * with the seconds so far. The scheduler itself goes on.
   */
  readonly onError: (error: unknown, campaignId: string | undefined) => void;
  /** @defaultValue a steady clock of its own */
  readonly now?: () => Date;
}

export interface Scheduler {
  /** Looks once, now, and ends when what was due has been carried on. Two looks never overlap. */
  tick(): Promise<void>;
  /** Looks at once, and then again and again. */
  start(): void;
  /** Stops looking, interrupts the work in hand and waits until it has let go. */
  stop(): Promise<void>;
}

/**
 * Carries campaigns on by themselves: opens, closes, draws and measures them at their times, and asks their channels
 * for news, and signs the entry logs, every five minutes. No campaign is carried on twice at once, and a slow one holds up no other.
 */
export function createScheduler({
  ktEvent,
  everyMs = 5_000,
  onError,
  now = createSteadyClock(),
}: SchedulerOptions): Scheduler {
  const warnOfOutages = createOutageWatch({ ktEvent, now, warn: (error) => onError(error, undefined) });
  const stopping = new AbortController();
  const rounds = createRounds({ ktEvent, now, signal: stopping.signal, tell: onError });
  const inHand = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<Promise<void>[]> | undefined;

  async function look(): Promise<Promise<void>[]> {
    const campaigns = await ktEvent.due().catch((error: unknown) => {
      onError(error, undefined);
      return undefined;
    });
    if (!campaigns) return []; // without its store there is no news of the providers either
    await warnOfOutages();
    await ktEvent.resumeGenerations().catch((error: unknown) => onError(error, undefined));
    if (stopping.signal.aborted) return [];
    return [
      ...campaigns.map(({ id }) => carryOn(id, () => advance(id))),
      ...Object.entries(rounds).map(([name, round]) => carryOn(name, round)),
    ];
  }

  /** Nothing of one name is begun again before it has ended. */
  function carryOn(name: string, begin: () => Promise<void>): Promise<void> {
    const work = inHand.get(name) ?? begin().finally(() => inHand.delete(name));
    inHand.set(name, work);
    return work;
  }

  async function advance(id: string): Promise<void> {
    try {
      await ktEvent.advance(id, { signal: stopping.signal });
    } catch (error) {
      if (!isNobodysFault(error)) onError(error, id);
    }
  }

  async function tick(): Promise<void> {
    if (stopping.signal.aborted) return;
    looking ??= look().finally(() => {
      looking = undefined;
    });
    await Promise.all(await looking);
  }

  return {
    tick,
    start() {
      if (timer) return;
      timer = setInterval(() => void tick(), everyMs);
      void tick();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await looking;
      await Promise.all(inHand.values());
    },
  };
}

/** Stopped by us, or in the hands of another process: it goes on there, or at the next start. */
function isNobodysFault(error: unknown): boolean {
  return ['USER_011', 'STORE_003', 'STORE_004'].includes(toKtEventError(error).code);
}
