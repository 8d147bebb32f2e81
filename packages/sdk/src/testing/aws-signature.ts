import { createHash, createHmac } from 'node:crypto';

/** A request as it came over the wire. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface SignatureRules {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly now: () => Date;
}

/** A signature as claimed in a header or in the query. */
interface Claim {
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly payload: string;
  /** Only in a query: seconds from {@link date}. */
  readonly expires?: number;
}

const algorithm = 'AWS4-HMAC-SHA256';
const mostSkewMs = 15 * 60_000;
const mostExpirySeconds = 604_800;

/**
 * Checks AWS Signature Version 4 for S3, by its specification alone and strictly.
 * Source: Amazon S3 API reference, "Authenticating requests (AWS Signature Version 4)".
 *
 * @returns the code of the refusal, or nothing when the request is genuine
 */
export function refusalOf(request: SignedRequest, rules: SignatureRules): string | undefined {
  const claim = claimOf(request);
  if (!claim) return 'AccessDenied';
  const [keyId, day, region, service, end] = claim.credential.split('/');
  if (keyId !== rules.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== rules.region || service !== 's3' || end !== 'aws4_request') {
    return 'AuthorizationHeaderMalformed';
  }
  if (day !== claim.date.slice(0, 8) || !coversEnough(request, claim)) return 'AccessDenied';
  if (signatureOf(request, claim, rules) !== claim.signature) return 'SignatureDoesNotMatch';
  return timeRefusal(claim, rules.now()) ?? payloadRefusal(request, claim);
}

function claimOf({ url, headers }: SignedRequest): Claim | undefined {
  const query = new URL(url, 'http://s3.test').searchParams;
  return query.has('X-Amz-Signature') ? claimInQuery(query) : claimInHeaders(headers);
}

function claimInQuery(query: URLSearchParams): Claim | undefined {
  const read = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  if (read('Algorithm') !== algorithm || !/^\d{1,6}$/.test(read('Expires'))) return undefined;
  return {
    credential: read('Credential'),
    signedHeaders: read('SignedHeaders').split(';'),
    signature: read('Signature'),
    date: read('Date'),
    payload: 'UNSIGNED-PAYLOAD',
    expires: Number(read('Expires')),
  };
}

function claimInHeaders(headers: SignedRequest['headers']): Claim | undefined {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;
  const [, credential = '', names = '', signature = ''] = pattern.exec(headers['authorization'] ?? '') ?? [];
  const { 'x-amz-date': date, 'x-amz-content-sha256': payload } = headers;
  if (signature === '' || date === undefined || payload === undefined) return undefined;
  return { credential, signedHeaders: names.split(';'), signature, date, payload };
}

/** The host always; of the headers all that are Amazon's, and the type of what is sent. */
function coversEnough({ headers }: SignedRequest, { signedHeaders }: Claim): boolean {
  const needed = Object.keys(headers).filter((name) => name === 'content-type' || name.startsWith('x-amz-'));
  const inOrder = signedHeaders.join() === [...signedHeaders].sort().join();
  return inOrder && ['host', ...needed].every((name) => signedHeaders.includes(name));
}

function signatureOf(
  request: SignedRequest,
  claim: Claim,
  { secretAccessKey }: Pick<SignatureRules, 'secretAccessKey'>,
): string {
  const [, ...scope] = claim.credential.split('/');
  const text = [algorithm, claim.date, scope.join('/'), sha256(canonical(request, claim))].join('\n');
  const key = scope.reduce<Uint8Array>((key, part) => hmac(key, part), Buffer.from(`AWS4${secretAccessKey}`));
  return hmac(key, text).toString('hex');
}

function canonical({ method, url, headers }: SignedRequest, { signedHeaders, payload }: Claim): string {
  const [path = '', search = ''] = url.split('?');
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  return [
    method,
    path.split('/').map(respell).join('/'),
    canonicalQuery(search),
    lines.join(''),
    signedHeaders.join(';'),
    payload,
  ].join('\n');
}

function canonicalQuery(search: string): string {
  const pairs = search.split('&').filter((pair) => pair !== '' && !pair.startsWith('X-Amz-Signature='));
  const spelt = pairs.map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return `${respell(name)}=${respell(value)}`;
  });
  return spelt.sort().join('&');
}

/** RFC 3986: everything but letters, digits, `-`, `.`, `_` and `~` in percent, in capitals. */
function respell(text: string): string {
  return encodeURIComponent(decodeURIComponent(text)).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function timeRefusal({ date, expires }: Claim, now: Date): string | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const aheadMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - now.getTime();
  if (Number.isNaN(aheadMs) || aheadMs > mostSkewMs) return 'RequestTimeTooSkewed';
  if (expires === undefined) return aheadMs < -mostSkewMs ? 'RequestTimeTooSkewed' : undefined;
  if (expires < 1 || expires > mostExpirySeconds) return 'AuthorizationQueryParametersError';
  return aheadMs + expires * 1_000 <= 0 ? 'AccessDenied' : undefined;
}

function payloadRefusal({ body }: SignedRequest, { payload }: Claim): string | undefined {
  if (payload === 'UNSIGNED-PAYLOAD') return body.length === 0 ? undefined : 'InvalidRequest';
  return payload === sha256(body) ? undefined : 'XAmzContentSHA256Mismatch';
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();
