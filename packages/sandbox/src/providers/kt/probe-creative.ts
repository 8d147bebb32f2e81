import { createHash } from 'node:crypto';
import { isRecord, type JsonRecord, recordAt, textAt } from '../../json.js';
import type { SandboxRequest } from '../../provider.js';
import { readJsonBody } from '../../request-body.js';
import { judgeFile } from './judge-file.js';

/** What a look at the file of a creative told. Journaled, so never fetched twice. */
export interface CreativeFacts {
  /** Of what was fetched. Absent where nothing was: a script, or a file off this machine, which is never left. */
  readonly sha256?: string;
  /** What the review will find wrong with the file. */
  readonly fault?: string;
}

/** More than any specification allows: the rest of such a file is of no interest. */
const mostBytes = 101 * 1024 * 1024;
const downloadMs = 10_000;

function isLoopback(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(parsed.hostname);
}

async function download(url: string): Promise<Buffer | undefined> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(downloadMs) });
  if (!response.ok || response.body === null) {
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) {
      break;
    }
  }
  return Buffer.concat(chunks);
}

async function probe(url: string, creative: JsonRecord): Promise<CreativeFacts> {
  const bytes = await download(url).catch(() => undefined);
  if (!bytes) {
    return { fault: 'the file could not be fetched' };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fault = judgeFile(creative, bytes, sha256);
  return { sha256, ...(fault === undefined ? {} : { fault }) };
}

/** Really downloads the creative of an order, as the people who review it would. */
export async function probeCreative(request: SandboxRequest): Promise<CreativeFacts> {
  const body = readJsonBody(request);
  const creative = isRecord(body) ? recordAt(body, 'creative') : {};
  const url = textAt(creative, 'url');
  return url !== undefined && isLoopback(url) ? probe(url, creative) : {};
}

/** Facts as they come back from the journal; a request from before files were fetched has none. */
export function toCreativeFacts(facts: unknown): CreativeFacts {
  const record = isRecord(facts) ? facts : {};
  const sha256 = textAt(record, 'sha256');
  const fault = textAt(record, 'fault');
  return { ...(sha256 === undefined ? {} : { sha256 }), ...(fault === undefined ? {} : { fault }) };
}
