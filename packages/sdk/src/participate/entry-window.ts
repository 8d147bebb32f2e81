import { UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import { instantOfDay, nextDay, toSeoul } from '../schema/seoul-time.js';
import type { EntryRepository } from '../store/entry-repository.js';

/** From the first instant entries are taken to the first at which they are not. */
function windowOf({ plan, brief }: Campaign): { readonly opensAt: string; readonly closesAt: string } {
  const { start, end } = brief.period;
  return plan?.schedule ?? { opensAt: instantOfDay(start), closesAt: instantOfDay(nextDay(end)) };
}

/**
 * True while entries are taken, by the server's clock alone. When first-come has closed because all is gone, a
 * request still goes to the store: it knows who entered before.
 */
export async function isOpen(
  campaign: Campaign,
  at: Date,
  entries: Pick<EntryRepository, 'remainingStock'>,
): Promise<boolean> {
  const { opensAt, closesAt } = windowOf(campaign);
  if (at.getTime() < Date.parse(opensAt) || at.getTime() >= Date.parse(closesAt)) return false;
  if (campaign.state === 'open') return true;
  return campaign.state === 'closed' && (await entries.remainingStock(campaign.id)) === 0;
}

export function notOpen(campaign: Campaign): UserError {
  const { opensAt, closesAt } = windowOf(campaign);
  return new UserError('USER_005', { opensAt: toSeoul(opensAt), closesAt: toSeoul(closesAt) });
}
