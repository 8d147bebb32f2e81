import type { IncomingMessage } from 'node:http';
import type { SandboxRequest } from './provider.js';

/** Above the largest real limit (32 MB), so that a provider can refuse by itself. */
const mostBytes = 40 * 1024 * 1024;

/** A request whose headers are here and whose body may still be coming. */
export type RequestHead = Omit<SandboxRequest, 'body'>;

export interface AddressedHead {
  /** First segment of the path: the provider, or the control plane. */
  readonly prefix: string;
  readonly head: RequestHead;
}

function readHeaders(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** Splits the path of a request into prefix and rest. */
export function readHead(incoming: IncomingMessage, now: () => Date): AddressedHead {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const [, prefix = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(pathname) ?? [];
  return {
    prefix,
    head: {
      method: incoming.method ?? 'GET',
      path: rest === '' ? '/' : rest,
      query: searchParams,
      headers: readHeaders(incoming),
      at: now(),
    },
  };
}

/** Reads the body to its end; of a larger one than any provider takes, only the start is kept. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size <= mostBytes) {
      chunks.push(bytes);
    }
  }
  return Buffer.concat(chunks);
}

export function hasBody({ headers }: RequestHead): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
