import type { PaperErasure } from '../schema/erasure.js';
import { dayOf } from '../schema/seoul-time.js';
import { auditOnce } from './audit-once.js';
import { type EraseDeps, erasureOf } from './erase-campaign.js';

/**
 * Destroys the tax papers whose legal time is over, and the key of those of a campaign when none is left of it. The key
 * goes last: as long as it is there, a call that was interrupted is not forgotten.
 *
 * @returns the campaigns of which no tax paper is left since
 */
export async function eraseTaxPapers(deps: EraseDeps): Promise<string[]> {
  const { store, winnerKeys, now } = deps;
  const count = await store.awards.eraseTax(dayOf(now()));
  const done: string[] = [];
  for (const campaignId of await winnerKeys.taxed()) {
    if (!(await isOver(campaignId, deps))) continue;
    const at = now().toISOString();
    const record: PaperErasure = { type: 'ERASE_TAX', campaignId, at, keysDestroyed: ['tax-key'] };
    await auditOnce(store.audit, campaignId, record);
    await winnerKeys.destroy(campaignId, record.keysDestroyed);
    done.push(campaignId);
  }
  if (count > 0 || done.length > 0) await store.persons.scrub();
  return done;
}

/** Nobody can add a paper any more, and none has to be kept. */
async function isOver(campaignId: string, { store }: EraseDeps): Promise<boolean> {
  return !(await store.awards.keepsTax(campaignId)) && (await erasureOf(campaignId, { store })) !== undefined;
}
