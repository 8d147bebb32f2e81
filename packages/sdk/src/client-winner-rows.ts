import type { Parts } from './client-parts.js';
import { UserError } from './errors/index.js';
import { maskPerson } from './notify/mask-person.js';
import type { Award } from './schema/award.js';
import type { Campaign } from './schema/campaign.js';
import { chosenConcept } from './schema/plan.js';
import { openEntry } from './security/entry-seal.js';
import type { WinnerRow } from './winning.js';

/** @throws UserError `USER_002` */
export async function requireAward(
  { store }: Pick<Parts, 'store'>,
  campaignId: string,
  no: number,
): Promise<Award> {
  const award = await store.awards.find(campaignId, no);
  if (!award) throw new UserError('USER_002', { what: 'award', id: String(no) });
  return award;
}

export async function toRow(parts: Parts, campaign: Campaign, award: Award): Promise<WinnerRow> {
  const prizes = campaign.plan ? chosenConcept(campaign.plan).prizes : [];
  const prize = prizes.find(({ id }) => id === award.prizeId);
  return { award, prize, masked: await maskedOf(parts, award) };
}

/** Nobody any more, once the key or the entry is destroyed. */
async function maskedOf(
  { store, keyring }: Parts,
  { campaignId, entryId }: Award,
): Promise<string | undefined> {
  const entry = await store.entries.find(campaignId, entryId);
  if (!entry) return undefined;
  try {
    const { name, phone } = openEntry(entry, await keyring.of(campaignId));
    return maskPerson(name, phone);
  } catch {
    return undefined;
  }
}

/** @throws UserError `USER_071` always, with the state in which it is */
export async function refuseState(parts: Parts, campaignId: string, no: number): Promise<never> {
  const { state } = await requireAward(parts, campaignId, no);
  throw new UserError('USER_071', { no, state });
}

/** @throws UserError `USER_092` once the draw does not hold: nobody is told or given anything any more */
export async function refuseVoid({ store }: Pick<Parts, 'store'>, campaignId: string): Promise<void> {
  const voided = await store.draws.voidOf(campaignId);
  if (voided) throw new UserError('USER_092', { campaignId, at: voided.record.voided_at });
}
