import { type ProviderParts, policyMaker } from './compose-providers.js';
import { createLocalHost } from './providers/local-host/local-host.js';
import type { MediaHost } from './providers/media-host.js';
import type { MediaStore } from './providers/media-store.js';
import { createS3Host } from './providers/s3/s3-host.js';
import type { MediaSigner } from './security/signed-url.js';

export interface MediaHostParts {
  readonly media: (folder: string) => MediaStore;
  readonly signer: MediaSigner;
}

/**
 * Where channels fetch creatives: a bucket when there is one, else our own server at the address that a campaign began
 * with. A request that is repeated after a restart must name the same address.
 */
export function composeMediaHost(
  parts: ProviderParts,
  { media, signer }: MediaHostParts,
): (publicUrl: string) => MediaHost {
  const { s3 } = parts.settings;
  if (!s3) return (publicUrl) => createLocalHost({ publicUrl: () => publicUrl, signer });
  const policy = policyMaker(parts)('s3', 'upload');
  const readFile = (folder: string, path: string) => media(folder).read(path);
  const host = createS3Host({ ...parts, ...s3, policy, readFile });
  return () => host;
}
