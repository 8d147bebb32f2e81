import { UserError } from '../errors/index.js';
import { type CampaignMark, carriesCampaign, type PageReader } from '../providers/page-check.js';
import { readPostUrl } from '../providers/post-address.js';
import type { Channel } from '../schema/primitives.js';

export interface PostDeps {
  readonly pages: PageReader;
  /** Origin of the blog's stand-in on this machine, in a rehearsal. */
  readonly standIn: string | undefined;
}

export interface PostQuestion {
  readonly channel: Channel;
  readonly url: string;
  readonly mark: CampaignMark;
  readonly signal?: AbortSignal | undefined;
}

/** Where the post is, and who says so. */
export interface Seen {
  readonly url: string;
  readonly evidence: 'page' | 'person';
}

/**
 * Looks whether a post that a person has made carries the campaign, where anybody can look.
 *
 * @throws UserError `USER_041` when it does not, `USER_043` for an address that is not one of the channel's.
 */
export async function readPost(
  { channel, url, mark, signal }: PostQuestion,
  { pages, standIn }: PostDeps,
): Promise<Seen> {
  const address = readPostUrl(channel, url, { standIn });
  if (address.evidence === 'person') return { url: address.url, evidence: 'person' };
  const html = await pages.read(address.page, signal);
  if (!carriesCampaign(html, mark)) throw new UserError('USER_041', { url: address.url });
  return { url: address.url, evidence: 'page' };
}
