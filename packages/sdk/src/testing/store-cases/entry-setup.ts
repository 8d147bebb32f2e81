import type { EntryOutcome, SealedEntry } from '../../store/entry-repository.js';
import type { Store } from '../../store/store.js';
import { aCampaign, aCampaignId, aFirstComeBrief } from '../fixtures.js';

export const lottery = (store: Store) => store.campaigns.add(aCampaign());

export async function firstCome(store: Store, stock: number): Promise<void> {
  await store.campaigns.add(aCampaign({ brief: aFirstComeBrief(stock) }));
  await store.entries.openStock(aCampaignId, stock);
}

export async function addOne(store: Store, entry: SealedEntry): Promise<EntryOutcome> {
  const [outcome] = await store.entries.add([entry]);
  if (!outcome) throw new Error('an entry got no outcome');
  return outcome;
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
export const kinds = (outcomes: readonly EntryOutcome[]) => outcomes.map(({ kind }) => kind);
export const couponsOf = (outcomes: readonly EntryOutcome[]) =>
  outcomes.flatMap((outcome) => (outcome.kind === 'created' ? [outcome.entry.couponNo] : []));
