import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { UserError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import type { Campaign } from '../../schema/campaign.js';
import type { Creative } from '../../schema/creative.js';
import { longestLifetimeSeconds } from '../../security/signed-url.js';
import type { MediaHost } from '../media-host.js';
import type { ProviderOptions } from '../provider-options.js';
import { errorCodeIn, provider, requireStored } from './s3-error.js';
import { type ObjectRequest, presign, type S3Access, signRequest } from './s3-requests.js';

export interface S3HostOptions extends ProviderOptions, S3Access {
  /** A creative's bytes, by the campaign's folder and its path in there. */
  readonly readFile: (folder: string, path: string) => Promise<Uint8Array>;
  readonly now: () => Date;
}

/** Room for the XML of a refusal. */
const mostErrorBytes = 65_536;

/**
 * Puts creatives into a bucket of S3 or of anything that speaks its protocol, and hands out addresses signed there. The
 * name of an object holds the hash of its bytes, so it never changes once it is there and putting it twice is harmless.
 */
export function createS3Host(options: S3HostOptions): MediaHost {
  const { http, policy, readFile, now } = options;

  /** Signed anew for each attempt: a provider may have asked to wait longer than a signature lives. */
  const ask = <T>(
    key: string,
    request: ObjectRequest,
    read: (answer: HttpResponse) => T,
    signal?: AbortSignal,
  ): Promise<T> =>
    policy(
      async (signal) => read(await http(await signRequest(options, key, { ...request, at: now() }), signal)),
      { signal, repeatable: true },
    );

  return {
    provider,
    async upload(campaign, creative, signal) {
      const key = keyOf(campaign, creative);
      const isThere = await ask(key, toLook(creative), (answer) => isSame(answer, creative), signal);
      if (isThere) return;
      const bytes = await readFile(campaign.folder, creative.path);
      await ask(key, toPut(creative, bytes), requireStored, signal);
    },
    url: (campaign, creative, at) =>
      presign(options, keyOf(campaign, creative), { at, lifetimeSeconds: longestLifetimeSeconds }),
  };
}

function keyOf({ slug }: Pick<Campaign, 'slug'>, { id, sha256, path }: Creative): string {
  return `${slug}/${id}-${sha256.slice(0, 16)}${extname(path).toLowerCase()}`;
}

/** The first byte rather than HEAD, whose refusals have no body and so no reason. Some clouds send all of it. */
function toLook({ bytes }: Creative): ObjectRequest {
  const headers = { 'x-amz-content-sha256': sha256Of(new Uint8Array()), range: 'bytes=0-0' };
  return { method: 'GET', headers, maxBytes: bytes + mostErrorBytes };
}

/** Keys that may not list are told of what is missing that it is forbidden: then the upload will show. */
function isSame(answer: HttpResponse, { bytes, sha256, mediaType }: Creative): boolean {
  const code = errorCodeIn(answer);
  if (answer.status === 404 && code !== 'NoSuchBucket') return false;
  if (answer.status === 416 || (answer.status === 403 && code === 'AccessDenied')) return false;
  const { headers } = requireStored(answer);
  return (
    sizeIn(headers) === bytes &&
    headers['content-type'] === mediaType &&
    headers['x-amz-meta-sha256'] === sha256
  );
}

function sizeIn(headers: HttpResponse['headers']): number {
  return Number(headers['content-range']?.split('/')[1] ?? headers['content-length']);
}

function toPut({ path, sha256, mediaType }: Creative, bytes: Uint8Array): ObjectRequest {
  const found = sha256Of(bytes);
  if (found !== sha256) throw new UserError('USER_016', { path, reason: 'changed since it was made' });
  const headers = {
    'content-type': mediaType,
    'x-amz-content-sha256': found,
    'x-amz-meta-sha256': sha256,
  };
  return { method: 'PUT', headers, bytes };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
