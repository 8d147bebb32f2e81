import { createEntryList } from '../draw/entry-list.js';
import { earliestDrawAt } from '../draw/timing.js';
import { BugError } from '../errors/index.js';
import { fingerprint } from '../runs/client-ref.js';
import type { Campaign } from '../schema/campaign.js';
import { chosenConcept, type Schedule } from '../schema/plan.js';
import type { Store } from '../store/store.js';
import { auditLog } from './entry-log.js';
import { storedSource } from './stored-source.js';

/**
 * The list of a campaign's draw as the store has it now, with what was left out of it and the log that it comes from.
 * Undefined when nobody is in it.
 *
 * @throws UserError `USER_064` when the entries are not those that were signed for
 */
export async function readDrawList(
  { entryPages, logs, exclusions }: Pick<Store, 'entryPages' | 'logs' | 'exclusions'>,
  campaignId: string,
) {
  const source = storedSource(entryPages, campaignId);
  if ((await source.read(undefined, 1)).length === 0) return undefined;
  const entryLog = await auditLog(campaignId, { entryPages, logs });
  const counts = await exclusions.counts(campaignId);
  const list = await createEntryList(campaignId, source);
  return {
    list,
    ...(Object.keys(counts).length > 0 && { excluded: counts }),
    ...(entryLog && { entryLog }),
  };
}

/** As promised, or later when the commitment itself was late: people must see it before anybody knows who wins. */
export function drawTime(
  { drawAt, closesAt }: Pick<Schedule, 'drawAt' | 'closesAt'>,
  publishedAt: Date,
): Date {
  const promised = new Date(drawAt ?? closesAt);
  const earliest = earliestDrawAt(publishedAt);
  return promised < earliest ? earliest : promised;
}

/** What the odds depend on, and a hash of all that was promised. */
export function rulesOf(campaign: Campaign) {
  const { brief, plan } = campaign;
  if (!plan) throw new BugError('BUG_001', { reason: 'a campaign without a plan was closed' });
  const { prizes, reserves } = chosenConcept(plan);
  const bonus = brief.entry.mechanic === 'lottery' ? brief.entry.visitBonus : 0;
  const rulesSha256 = fingerprint({ name: brief.name, entry: brief.entry, schedule: plan.schedule, prizes });
  return { prizes, reserves, maxWeight: 1 + bonus, rulesSha256 };
}
