import { storeKeyOf } from '../learn/store-key.js';
import type { Campaign } from '../schema/campaign.js';
import type { Channel } from '../schema/primitives.js';
import { isPlaced } from '../schema/publication-ways.js';
import type { ContentClaim } from '../store/claim-repository.js';
import type { Store } from '../store/store.js';

type Claims = Pick<Store, 'claims' | 'outcomes'>;

/**
 * Reserves the words of a campaign on a channel. A claim whose campaign never got there, or has taken it back, is
 * handed on.
 *
 * @returns the campaign that has published them already, if another one.
 */
export async function claimContent(
  store: Claims,
  campaign: Campaign,
  channel: Channel,
  wordsHash: string,
): Promise<string | undefined> {
  const { id } = campaign;
  const claim = toClaim(campaign, channel, wordsHash);
  const holder = await store.claims.take(claim, id);
  if (holder === id || !(await hasGivenUp(store, holder, channel))) return other(holder, id);
  await store.claims.hand(claim, holder, id);
  return other(await store.claims.take(claim, id), id);
}

/** The campaign that has published the same words there, or is about to, if another one. Takes nothing. */
export async function publishedBy(
  store: Claims,
  campaign: Campaign,
  channel: Channel,
  wordsHash: string,
): Promise<string | undefined> {
  const holder = await store.claims.holder(toClaim(campaign, channel, wordsHash));
  if (holder === undefined || (await hasGivenUp(store, holder, channel))) return undefined;
  return other(holder, campaign.id);
}

function toClaim({ brief, mode }: Campaign, channel: Channel, wordsHash: string): ContentClaim {
  return { storeKey: storeKeyOf(brief.store), mode, channel, wordsHash };
}

/** Without an outcome it is on its way there, or was killed on it. */
async function hasGivenUp({ outcomes }: Claims, campaignId: string, channel: Channel): Promise<boolean> {
  const publications = await outcomes.publications(campaignId);
  const theirs = publications.find((publication) => publication.channel === channel);
  return theirs !== undefined && !isPlaced(theirs.state);
}

function other(holder: string, id: string): string | undefined {
  return holder === id ? undefined : holder;
}
