import { type ProviderParts, policyMaker } from './compose-providers.js';
import { createLocalHost } from './providers/local-host/local-host.js';
import type { MediaHost } from './providers/media-host.js';
import type { MediaStore } from './providers/media-store.js';
import { createS3Host } from './providers/s3/s3-host.js';
import type { MediaSigner } from './security/signed-url.js';

export interface MediaHostParts {
  readonly media: (folder: string) => MediaStore;
  readonly signer: MediaSigner;
  readonly publicUrl: () => string;
}

/** Where channels fetch creatives: a bucket when there is one, else our own server. */
export function composeMediaHost(
  parts: ProviderParts,
  { media, signer, publicUrl }: MediaHostParts,
): MediaHost {
  const { s3 } = parts.settings;
  if (!s3) return createLocalHost({ publicUrl, signer });
  const policy = policyMaker(parts)('s3', 'upload');
  return createS3Host({ ...parts, ...s3, policy, readFile: (folder, path) => media(folder).read(path) });
}
