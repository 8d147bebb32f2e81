import { type Campaign, type KtEvent, toKtEventError } from '@kt-event/sdk';
import { paced } from './paced.js';

export interface NewsRoundOptions {
  readonly ktEvent: Pick<KtEvent, 'pending' | 'refreshPublications'>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Gets what could not be asked: once, until it could be asked again. */
  readonly tell: (error: unknown, campaignId: string | undefined) => void;
}

/**
 * Time from one round to the next. Our own figure: the fourth gap of message polling (5 s, 15 s, 60 s, 5 min, 30 min),
 * as the earlier ones are for whoever waits before a screen. Reviews take days, and call backs come in between.
 */
const everyMs = 5 * 60_000;

/**
 * Each call asks the channels for news of all campaigns that have something under way, unless five minutes have not
 * passed since the last time. Policies limit how many are asked at once. A channel that fails stops no other.
 */
export function createNewsRound({ ktEvent, now, signal, tell }: NewsRoundOptions): () => Promise<void> {
  let told: ReadonlySet<string> = new Set();

  async function ask({ id }: Campaign): Promise<Failure[]> {
    try {
      const { failures } = await ktEvent.refreshPublications(id, { signal });
      return failures.map((error) => ({ error, id }));
    } catch (error) {
      return [{ error, id }];
    }
  }

  async function askAll(): Promise<Failure[]> {
    try {
      return (await Promise.all((await ktEvent.pending()).map(ask))).flat();
    } catch (error) {
      return [{ error, id: undefined }];
    }
  }

  return paced(everyMs, now, async () => {
    const failures = await askAll();
    if (signal.aborted) return;
    const news = new Map(failures.map((failure) => [toKey(failure), failure]));
    for (const [key, { error, id }] of news) if (!told.has(key)) tell(error, id);
    told = new Set(news.keys());
  });
}

interface Failure {
  readonly error: unknown;
  readonly id: string | undefined;
}

/** The same failure of the same provider is one to hear of. */
function toKey({ error, id }: Failure): string {
  const { code, context } = toKtEventError(error);
  return [id, code, context['provider']].join(' ');
}
