import { itemsOf } from './campaign/generation-items.js';
import { campaignRunId } from './campaign/read-status.js';
import type { GenerationItem } from './generating.js';
import type { ProgressEvent } from './progress-event.js';
import type { Campaign } from './schema/campaign.js';

export interface Progress {
  /** What is known of a campaign's creatives: in this process while they are made, from the store once they are. */
  of(campaign: Campaign): GenerationItem[];
  tell(campaignId: string): void;
  /** Resolves at the campaign's next change, after `ms`, or with the signal. */
  change(campaignId: string, ms: number, signal?: AbortSignal): Promise<void>;
  close(): void;
}

/** Of one campaign's run: whoever waits reads the whole campaign again, which fifty must not do for each of fifty. */
interface Waiting {
  readonly runId: string;
  readonly wake: () => void;
}

/** Listens to what campaigns' runs say about their creatives. */
export function createProgress(listeners: Set<(event: ProgressEvent) => void>): Progress {
  const known = new Map<string, Map<string, GenerationItem>>();
  const waiting = new Set<Waiting>();
  const wakeThose = (isMeant: (waiting: Waiting) => boolean) => {
    for (const each of [...waiting].filter(isMeant)) each.wake();
  };
  const tell = (wanted: string) => wakeThose(({ runId }) => runId === wanted);
  const listen = (event: ProgressEvent) => {
    if (event.type !== 'stage:item' || event.stage !== 'generate') return;
    const { runId, item, note } = event;
    const items = known.get(runId) ?? new Map<string, GenerationItem>();
    known.set(runId, items.set(item, { item, state: toState(event.state), note }));
    tell(runId);
  };
  listeners.add(listen);

  return {
    tell: (campaignId) => tell(campaignRunId(campaignId)),
    of({ id, brief, creatives }) {
      const made = new Set(creatives.map(({ channel, kind }) => `${channel}/${kind}`));
      if (made.size > 0) known.delete(campaignRunId(id));
      const items = known.get(campaignRunId(id));
      return itemsOf(brief).map((item) => {
        if (made.has(item)) return { item, state: 'made' };
        return items?.get(item) ?? { item, state: made.size > 0 ? 'not_made' : 'waiting' };
      });
    },
    change: (campaignId, ms, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(own);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        const own = { runId: campaignRunId(campaignId), wake };
        waiting.add(own);
        signal?.addEventListener('abort', wake, { once: true });
      }),
    close() {
      listeners.delete(listen);
      wakeThose(() => true);
    },
  };
}

function toState(state: string): GenerationItem['state'] {
  if (state === 'made' || state === 'not_made') return state;
  return 'running';
}
