import { ktRegionCodes } from './check-kt-post.js';
import { ktChannels } from './kt-channels.js';
import { toAdvertiser } from './kt-order.js';
import type { Submission } from './submission.js';

/** Raised when a reader of older manifests would misread a newer one. */
const schemaVersion = 1;

/** The order for a machine, whoever has one. Nothing in it depends on when it was written. */
export function toManifest({ channel, post, regionCodes, file }: Submission, script: string) {
  const { wireName, needsRegion } = ktChannels[channel];
  const { campaignId, title, link, period } = post;
  return {
    schemaVersion,
    channel: wireName,
    campaign: { id: campaignId, title, link },
    advertiser: { ...toAdvertiser(post), region: post.store.region },
    schedule: { startDate: period.start, endDate: period.end },
    targeting: { regionCodes: needsRegion ? ktRegionCodes(post, regionCodes) : [] },
    creatives: file ? [toEntry(file)] : [],
    script,
  };
}

function toEntry({
  kind,
  path,
  sha256,
  bytes,
  mediaType,
  widthPx,
  heightPx,
}: NonNullable<Submission['file']>) {
  return { kind, path, sha256, bytes, mediaType, widthPx, heightPx };
}
