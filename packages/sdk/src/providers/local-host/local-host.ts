import type { Campaign } from '../../schema/campaign.js';
import type { Creative } from '../../schema/creative.js';
import { longestLifetimeSeconds, type MediaSigner } from '../../security/signed-url.js';
import type { MediaHost } from '../media-host.js';

export interface LocalHostOptions {
  /** Address at which our server can be reached from outside, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly signer: MediaSigner;
}

/** Our own server hands the files out: nothing has to be uploaded. */
export function createLocalHost({ publicUrl, signer }: LocalHostOptions): MediaHost {
  return {
    provider: 'local',
    async url(campaign, creative, at) {
      await signer.refresh(); // a channel may fetch hours later: a key rotated out elsewhere would lose the post
      return `${publicUrl()}${mediaPath(signer, { campaign, creative, at })}`;
    },
  };
}

export interface MediaPathOptions {
  readonly campaign: Pick<Campaign, 'slug' | 'mediaVersion'>;
  readonly creative: Pick<Creative, 'id'>;
  /** @defaultValue now */
  readonly at?: Date | undefined;
}

/** Signed path and query on our own server, for seven days. */
export function mediaPath(
  signer: Pick<MediaSigner, 'mint'>,
  { campaign, creative, at }: MediaPathOptions,
): string {
  const lifetimeSeconds = longestLifetimeSeconds;
  const path = `/m/${campaign.slug}/${creative.id}`;
  return signer.mint(path, { version: campaign.mediaVersion, lifetimeSeconds, from: at });
}
