import { AwsV4Signer } from 'aws4fetch';
import type { HttpRequest } from '../../http/http.js';
import { provider } from './s3-error.js';

export interface S3Access {
  /** Where the buckets are, without a slash at the end. */
  readonly baseUrl: string;
  /** Such as `ap-northeast-2`, `kr-standard` at NAVER Cloud, `auto` at Cloudflare R2. */
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only with temporary keys. An address signed with them ends when they do. */
  readonly sessionToken?: string | undefined;
}

export type ObjectRequest = Pick<HttpRequest, 'bytes' | 'maxBytes'> & {
  readonly method: 'GET' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
};

/** A request signed in its headers, all of which the signature covers. @param at - Now; 15 minutes off is too much. */
export async function signRequest(
  access: S3Access,
  key: string,
  { at, ...request }: ObjectRequest & { readonly at: Date },
): Promise<HttpRequest> {
  const { method, headers } = request;
  const signer = new AwsV4Signer({ ...common(access, key, at), method, headers, allHeaders: true });
  const signed = await signer.sign();
  return { ...request, provider, url: signed.url.href, headers: Object.fromEntries(signed.headers) };
}

/** An address that anybody can read with. The same moment gives the same address. */
export async function presign(
  access: S3Access,
  key: string,
  { at, lifetimeSeconds }: { readonly at: Date; readonly lifetimeSeconds: number },
): Promise<string> {
  const { url, ...rest } = common(access, key, at);
  const lasting = `${url}?X-Amz-Expires=${lifetimeSeconds}`;
  const signed = await new AwsV4Signer({ ...rest, url: lasting, method: 'GET', signQuery: true }).sign();
  return signed.url.href;
}

/** The bucket is part of the path, which every cloud understands; in the host name it would need DNS and certificates. */
function common({ baseUrl, bucket, sessionToken, ...access }: S3Access, key: string, at: Date) {
  const { accessKeyId, secretAccessKey, region } = access;
  return {
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    url: `${baseUrl}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`,
    datetime: at.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    ...(sessionToken !== undefined && { sessionToken }),
  };
}
