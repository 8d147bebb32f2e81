import { createHash } from 'node:crypto';
import { isRecord, listAt, textAt } from '../../json.js';
import type { SandboxRequest } from '../../provider.js';
import { readJsonBody } from '../../request-body.js';

const deadlineMs = 5_000;
const mostBytes = 20 * 1024 * 1024;

/** SHA-256 of the pictures that whoever places the post can download, in hex. The sandbox looks on this machine only. */
export async function fetchPictures(request: SandboxRequest): Promise<readonly string[]> {
  const body = readJsonBody(request);
  const addresses = isRecord(body) ? listAt(body, 'images').map(toAddress) : [];
  const hashes = await Promise.all(addresses.map(hashPicture));
  return hashes.filter((hash) => hash !== undefined);
}

function toAddress(image: unknown): string {
  return isRecord(image) ? (textAt(image, 'url') ?? '') : '';
}

async function hashPicture(address: string): Promise<string | undefined> {
  if (!URL.canParse(address) || !/^(127\.0\.0\.1|localhost)$/.test(new URL(address).hostname)) {
    return undefined;
  }
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(deadlineMs) });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isFit = response.ok && bytes.length <= mostBytes;
    return isFit ? createHash('sha256').update(bytes).digest('hex') : undefined;
  } catch {
    return undefined; // a picture that cannot be had is not placed
  }
}
