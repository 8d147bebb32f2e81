import { effectsOf } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';

/** What a campaign's other runs have spent or may still spend, won. */
export async function spentByOthersKrw(
  { store }: Pick<Parts, 'store'>,
  campaignId: string,
  runId: string,
): Promise<number> {
  const effects = await effectsOf(store, campaignId);
  return effects
    .filter((effect) => effect.runId !== runId)
    .reduce((sum, { reservedKrw, settledKrw }) => sum + reservedKrw + settledKrw, 0);
}
