import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusalOf, type SignatureRules, type SignedRequest } from './aws-signature.js';

export interface S3ServerOptions extends SignatureRules {
  /** The only bucket there is. */
  readonly bucket: string;
  /** True for credentials that may not list: what is not there is then forbidden rather than missing. */
  readonly hidesMissing?: boolean;
}

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The `x-amz-meta-` headers, names without that beginning. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What goes wrong with the next requests. */
type S3Fault =
  | { readonly kind: 'reset' }
  | { readonly kind: 'acceptThenReset' }
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly retryAfter?: string };

export interface S3Server {
  /** Without a slash at the end. */
  readonly url: string;
  /** By key. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** `PUT /bucket/key 200`, in order; a request that was cut off ends in `reset`. Without queries. */
  readonly log: readonly string[];
  /** Makes the next `times` requests of this method fail. */
  fail(method: string, fault: S3Fault, times?: number): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: Uint8Array | string;
}

/** As much of S3 as a host of pictures needs, on loopback, with every signature checked. */
export async function openS3Server(options: S3ServerOptions): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  const log: string[] = [];
  const faults: { readonly method: string; readonly fault: S3Fault }[] = [];

  const takeFault = (method: string) => {
    const at = faults.findIndex((each) => each.method === method);
    return at === -1 ? undefined : faults.splice(at, 1)[0]?.fault;
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await toRequest(incoming);
    const line = `${request.method} ${request.url.split('?')[0]}`;
    const fault = takeFault(request.method);
    const answer = afterFault(fault, () => answerTo(request, { ...options, objects }));
    log.push(`${line} ${answer?.status ?? 'reset'}`);
    if (!answer) return void incoming.socket.resetAndDestroy();
    response.writeHead(answer.status, answer.headers).end(request.method === 'HEAD' ? '' : answer.body);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    log,
    fail: (method, fault, times = 1) =>
      faults.push(...Array.from({ length: times }, () => ({ method, fault }))),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** @returns nothing when the connection is cut, before or after the request was acted on. */
function afterFault(fault: S3Fault | undefined, act: () => Answer): Answer | undefined {
  if (fault?.kind === 'answer') return toFailure(fault);
  if (fault?.kind === 'reset') return undefined;
  const answer = act();
  return fault ? undefined : answer;
}

/** An error as S3 spells it. */
export function s3Error(code: string, words = 'as you asked'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${words}</Message></Error>`;
}

async function toRequest(incoming: IncomingMessage): Promise<SignedRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}

interface Bucket extends S3ServerOptions {
  readonly objects: Map<string, StoredObject>;
}

function answerTo(request: SignedRequest, { objects, bucket, hidesMissing, ...rules }: Bucket): Answer {
  const refusal = refusalOf(request, rules);
  if (refusal !== undefined) return toError(refusal === 'AuthorizationHeaderMalformed' ? 400 : 403, refusal);
  if (!request.url.startsWith(`/${bucket}/`)) return toError(404, 'NoSuchBucket');
  const key = keyOf(request, bucket);
  if (request.method === 'PUT') return put(request, (object) => objects.set(key, object));
  if (request.method !== 'GET' && request.method !== 'HEAD') return toError(405, 'MethodNotAllowed');
  const object = objects.get(key);
  if (object) return toObject(object, request.headers['range']);
  return hidesMissing ? toError(403, 'AccessDenied') : toError(404, 'NoSuchKey');
}

function put({ headers, body }: SignedRequest, keep: (object: StoredObject) => void): Answer {
  const contentType = headers['content-type'];
  if (contentType === undefined) return toError(400, 'InvalidRequest');
  const metadata = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('x-amz-meta-') ? [[name.slice('x-amz-meta-'.length), value]] : [],
  );
  keep({ bytes: body, contentType, metadata: Object.fromEntries(metadata) });
  return { status: 200, headers: { etag: etagOf(body) } };
}

function toObject({ bytes, contentType, metadata }: StoredObject, range: string | undefined): Answer {
  const named = Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  const headers = { 'content-type': contentType, etag: etagOf(bytes), ...Object.fromEntries(named) };
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (first === undefined) {
    return { status: 200, headers: { ...headers, 'content-length': bytes.length }, body: bytes };
  }
  const body = bytes.subarray(Number(first), Number(last) + 1);
  const contentRange = `bytes ${first}-${Number(first) + body.length - 1}/${bytes.length}`;
  return { status: 206, headers: { ...headers, 'content-range': contentRange }, body };
}

function toFailure({ status, body, retryAfter }: Extract<S3Fault, { kind: 'answer' }>): Answer {
  const headers = { 'content-type': 'application/xml', ...(retryAfter && { 'retry-after': retryAfter }) };
  return { status, headers, body };
}

const toError = (status: number, code: string) => toFailure({ kind: 'answer', status, body: s3Error(code) });
const keyOf = ({ url }: SignedRequest, bucket: string) =>
  decodeURIComponent(url.split('?')[0]?.slice(bucket.length + 2) ?? '');
const etagOf = (bytes: Uint8Array) => `"${createHash('md5').update(bytes).digest('hex')}"`;
