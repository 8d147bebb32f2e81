import { createHash } from 'node:crypto';
import { readJpegSize } from '../../media/jpeg-size.js';
import type { graphErrors } from './graph-error.js';

/** What a look at the media told: usable, or the failure Meta would name. Journaled, so never fetched twice. */
export type MediaFacts =
  | {
      readonly usable: true;
      /** Of every byte, in hex. */
      readonly sha256?: string;
    }
  | { readonly usable: false; readonly error: keyof typeof graphErrors };

const mostImageBytes = 8 * 1024 * 1024;
/** Older pages say 1 GB; the smaller is safe. */
const mostVideoBytes = 300 * 1024 * 1024;
const tallestRatio = 4 / 5;
const widestRatio = 1.91;
/** Rounding of whole pixels at the edges of the allowed range. */
const ratioTolerance = 0.01;
const downloadMs = 10_000;

const failed = (error: keyof typeof graphErrors): MediaFacts => ({ usable: false, error });

/** Meta downloads from anywhere; this never leaves the machine. */
function isLoopback(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return (
    parsed !== undefined &&
    ['http:', 'https:'].includes(parsed.protocol) &&
    /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(parsed.hostname)
  );
}

interface Download {
  /** The first bytes, at most an image's worth. */
  readonly head: Buffer;
  readonly size: number;
  readonly sha256: string;
}

async function download(url: string): Promise<Download | undefined> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(downloadMs) });
  if (!response.ok || response.body === null) {
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of response.body) {
    if (size < mostImageBytes) {
      chunks.push(chunk);
    }
    size += chunk.length;
    hash.update(chunk);
    if (size > mostVideoBytes) {
      break;
    }
  }
  return { head: Buffer.concat(chunks), size, sha256: hash.digest('hex') };
}

function judgeImage({ head, size, sha256 }: Download): MediaFacts {
  const pixels = readJpegSize(head);
  if (size > mostImageBytes) {
    return failed('imageTooLarge');
  }
  if (!pixels) {
    return failed('imageFormat');
  }
  const ratio = pixels.widthPx / pixels.heightPx;
  return ratio >= tallestRatio - ratioTolerance && ratio <= widestRatio + ratioTolerance
    ? { usable: true, sha256 }
    : failed('aspectRatio');
}

function judgeVideo({ head, size, sha256 }: Download): MediaFacts {
  const isMp4 = head.subarray(4, 8).toString('latin1') === 'ftyp';
  return isMp4 && size <= mostVideoBytes ? { usable: true, sha256 } : failed('videoFormat');
}

/** Really downloads the media, as Meta's servers would, and checks what it finds. */
export async function probeMedia(url: string, kind: 'IMAGE' | 'VIDEO'): Promise<MediaFacts> {
  if (!isLoopback(url)) {
    return failed('notFetchable');
  }
  try {
    const found = await download(url);
    if (!found) {
      return failed('notFetchable');
    }
    return kind === 'IMAGE' ? judgeImage(found) : judgeVideo(found);
  } catch (error) {
    return failed(
      error instanceof Error && error.name === 'TimeoutError' ? 'downloadTimedOut' : 'notFetchable',
    );
  }
}
