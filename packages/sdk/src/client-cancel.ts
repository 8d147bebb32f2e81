import { campaignRunId, runOf } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { carryOnWithdrawals } from './client-publications.js';
import { KtEventError } from './errors/index.js';

/** Stops the run of a campaign that is over, and takes back what channels can take back. */
export async function endCampaign(parts: Parts, campaignId: string): Promise<void> {
  const run = await runOf(parts.store, campaignId);
  if (run && run.state !== 'ended') await parts.engine.cancel(campaignRunId(campaignId)).catch(ignoreHeld);
  await carryOnWithdrawals(parts, campaignId, undefined);
}

/** Whoever holds the run finds the campaign cancelled at its next step. */
function ignoreHeld(error: unknown): void {
  if (!KtEventError.is(error) || error.code !== 'STORE_004') throw error;
}
