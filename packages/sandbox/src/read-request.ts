import type { IncomingMessage } from 'node:http';
import type { SandboxRequest } from './provider.js';

/** Above the largest real limit (32 MB), so that a provider can refuse by itself. */
const mostBytes = 40 * 1024 * 1024;

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
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

function readHeaders(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

export interface AddressedRequest {
  /** First segment of the path: the provider, or the control plane. */
  readonly prefix: string;
  readonly request: SandboxRequest;
}

/** Reads a whole request and splits its path into prefix and rest. */
export async function readRequest(incoming: IncomingMessage, now: () => Date): Promise<AddressedRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const [, prefix = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(pathname) ?? [];
  const body = await readBody(incoming);
  return {
    prefix,
    request: {
      method: incoming.method ?? 'GET',
      path: rest === '' ? '/' : rest,
      query: searchParams,
      headers: readHeaders(incoming),
      body,
      at: now(),
    },
  };
}
