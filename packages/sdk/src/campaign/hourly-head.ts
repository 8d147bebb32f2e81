import { milestoneOf } from '../draw/audit-milestones.js';
import { type MilestoneDeps, signMilestone } from './audit-milestone.js';

/** Source: the draw protocol, 3.8. */
const hourMs = 3_600_000;

/**
 * Signs what a campaign's audit chain has come to hold since its last head, once an hour at most: however long nobody
 * signed, it is one head. A record that gets a head of its own is left to it.
 *
 * @returns false when there was nothing to sign
 */
export async function signHour(campaignId: string, deps: MilestoneDeps): Promise<boolean> {
  const { store, now } = deps;
  const [last, newest] = await Promise.all([
    store.audit.list(campaignId).then((records) => records.at(-1)),
    store.audit.heads(campaignId).then((heads) => heads.at(-1)),
  ]);
  if (!last || last.no === newest?.no || milestoneOf(last.record) !== undefined) return false;
  const isEarly = newest?.milestone === 'hour' && now().getTime() - Date.parse(newest.at) < hourMs;
  if (isEarly) return false;
  await signMilestone(deps, last, 'hour');
  return true;
}
