import type { ChannelAdapter } from '../providers/channel.js';
import type { Publication } from '../schema/publication.js';
import type { Store } from '../store/store.js';
import { createHeardCalls } from './heard-calls.js';
import { refreshPublications } from './refresh-publications.js';

/** That something may have happened, and where to look. Nothing else of a call back is believed. */
export interface HeardHint {
  /** Of the call, where it has one: the same when it is sent again. */
  readonly callId?: string | undefined;
  /** Ids at the channel. They may be anybody's. */
  readonly externalIds: readonly string[];
}

/** Who is told what could not be read. */
type Tell = (error: unknown) => void;

export interface HearingDeps extends Pick<Store, 'outcomes'> {
  /** The adapter that places this publication's channel now. */
  readonly adapterOf: (publication: Publication) => Promise<readonly ChannelAdapter[]>;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface Hearing {
  /** Begins to ask the provider about these publications, and returns at once. Never throws. */
  hear(provider: string, hint: HeardHint, tell: Tell): void;
  /** Interrupts what is being asked, and waits until it has let go. */
  stop(): Promise<void>;
}

/**
 * Least time between two readings of one publication, ms. A dealer calls for each person of a message: without it, ten
 * thousand calls would have the whole list read ten thousand times. Source: the first gap of message polling, ours.
 */
const gapMs = 5_000;

/** Reads again what a call back is about: each publication once at a time, and once more for calls that came meanwhile. */
export function createHearing({ outcomes, adapterOf, now, sleep }: HearingDeps): Hearing {
  const calls = createHeardCalls(now);
  const stopping = new AbortController();
  const { signal } = stopping;
  const inHand = new Set<Promise<void>>();
  const reading = new Set<string>();
  const asked = new Set<string>();

  async function readOnce(publication: Publication, tell: Tell): Promise<void> {
    const { campaignId } = publication;
    const channels = await adapterOf(publication);
    const { failures } = await refreshPublications(campaignId, { outcomes, channels, now, signal });
    failures.forEach(tell);
  }

  async function keepReading(publication: Publication, tell: Tell): Promise<void> {
    const key = `${publication.campaignId}/${publication.channel}`;
    asked.add(key);
    if (reading.has(key)) return;
    reading.add(key);
    try {
      while (asked.delete(key)) {
        await readOnce(publication, tell);
        if (asked.has(key)) await sleep(gapMs, signal);
      }
    } finally {
      reading.delete(key);
      asked.delete(key);
    }
  }

  async function follow(provider: string, { externalIds }: HeardHint, tell: Tell): Promise<void> {
    for (const externalId of new Set(externalIds)) {
      signal.throwIfAborted();
      const found = await outcomes.findPublications(externalId);
      const ofProvider = found.filter((publication) => publication.provider === provider);
      await Promise.all(ofProvider.map((publication) => keepReading(publication, tell)));
    }
  }

  return {
    hear(provider, hint, tell) {
      const { callId } = hint;
      if (signal.aborted || (callId !== undefined && !calls.isNew(`${provider}/${callId}`))) return;
      const tellSafely = quietly(tell);
      const work = follow(provider, hint, tellSafely)
        .catch((error: unknown) => {
          if (!signal.aborted) tellSafely(error);
        })
        .finally(() => inHand.delete(work));
      inHand.add(work);
    },
    async stop() {
      stopping.abort();
      await Promise.all(inHand);
    },
  };
}

/** Whoever is told has failures of its own. */
function quietly(tell: Tell): Tell {
  return (error) => {
    try {
      tell(error);
    } catch {
      // they stop no reading
    }
  };
}
