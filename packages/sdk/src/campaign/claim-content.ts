import { storeKeyOf } from '../learn/store-key.js';
import type { Campaign } from '../schema/campaign.js';
import type { Channel } from '../schema/primitives.js';
import { isPlaced } from '../schema/publication-ways.js';
import type { Store } from '../store/store.js';

/**
 * Reserves the words of a campaign on a channel. A claim whose campaign never got there, or has taken it back, is
 * handed on.
 *
 * @returns the campaign that has published them already, if another one.
 */
export async function claimContent(
  { claims, outcomes }: Pick<Store, 'claims' | 'outcomes'>,
  { id, mode, brief }: Campaign,
  channel: Channel,
  contentHash: string,
): Promise<string | undefined> {
  const claim = { storeKey: storeKeyOf(brief.store), mode, channel, contentHash };
  const holder = await claims.take(claim, id);
  if (holder === id || !(await hasGivenUp(outcomes, holder, channel))) return other(holder, id);
  await claims.hand(claim, holder, id);
  return other(await claims.take(claim, id), id);
}

/** Without an outcome it is on its way there, or was killed on it. */
async function hasGivenUp(
  outcomes: Store['outcomes'],
  campaignId: string,
  channel: Channel,
): Promise<boolean> {
  const theirs = (await outcomes.publications(campaignId)).find(
    (publication) => publication.channel === channel,
  );
  return theirs !== undefined && !isPlaced(theirs.state);
}

function other(holder: string, id: string): string | undefined {
  return holder === id ? undefined : holder;
}
