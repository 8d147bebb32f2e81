import { channelWords } from '../distribute/channel-words.js';
import { UserError } from '../errors/index.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication, PublicationState } from '../schema/publication.js';
import { canBecome } from '../schema/publication-ways.js';
import type { Store } from '../store/store.js';

/** What somebody has learnt about a publication. */
export interface PublicationNews {
  readonly state: PublicationState;
  readonly evidence: NonNullable<Publication['evidence']>;
  readonly url?: string | undefined;
  readonly scheduledFor?: string | undefined;
  readonly delivery?: Publication['delivery'];
  /** The channel's own words: why it refused, or what it adds. */
  readonly reason?: string | undefined;
}

/**
 * Moves a publication along its one way.
 *
 * @throws UserError `USER_002` without a publication, `USER_042` when no way leads there.
 */
export async function markPublication(
  { outcomes, now }: Pick<Store, 'outcomes'> & { readonly now: () => Date },
  campaignId: string,
  channel: Channel,
  news: PublicationNews,
): Promise<Publication> {
  const known = (await outcomes.publications(campaignId)).find((one) => one.channel === channel);
  if (!known) throw new UserError('USER_002', { what: 'publication', id: `${campaignId}/${channel}` });
  if (!canBecome(known.state, news.state)) {
    throw new UserError('USER_042', { channel, state: known.state, action: news.state });
  }
  const kept = await keepNews({ outcomes, now }, known, news);
  return kept ?? markPublication({ outcomes, now }, campaignId, channel, news);
}

/** Writes what is new, unless somebody has written newer news since `known` was read: nothing then. */
export async function keepNews(
  { outcomes, now }: Pick<Store, 'outcomes'> & { readonly now: () => Date },
  known: Publication,
  { reason, ...news }: PublicationNews,
): Promise<Publication | undefined> {
  const told = Object.fromEntries(Object.entries(news).filter(([, value]) => value !== undefined));
  const words = channelWords(news.state, known.provider ?? known.channel, reason);
  const publication: Publication = { ...known, ...told, ...words, at: now().toISOString() };
  return (await outcomes.updatePublication(publication, known.state)) ? publication : undefined;
}
