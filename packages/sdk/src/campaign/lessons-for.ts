import { storeKeyOf } from '../learn/store-key.js';
import type { Brief } from '../schema/brief.js';
import type { Insight } from '../schema/insight.js';
import type { Store } from '../store/store.js';

/** What may teach the next plan of a store: its own campaigns, and those of its trade that agreed to share. */
export async function lessonsFor(
  { outcomes }: Pick<Store, 'outcomes'>,
  { store }: Brief,
  rehearsal: boolean,
): Promise<{ readonly insights: readonly Insight[]; readonly peers: readonly Insight[] }> {
  const storeKey = storeKeyOf(store);
  const [insights, peers] = await Promise.all([
    outcomes.insights(storeKey, { rehearsal }),
    outcomes.sharedInsights(store.industry, { rehearsal, except: storeKey }),
  ]);
  return { insights, peers };
}
