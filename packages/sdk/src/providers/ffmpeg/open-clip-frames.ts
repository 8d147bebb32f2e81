import { spawn } from 'node:child_process';
import { ProviderError } from '../../errors/index.js';
import type { ClipFrames } from '../../render/film/clip-frames.js';
import { clipArguments } from './clip-arguments.js';

export interface ClipFramesOptions {
  /** Absolute path of ffmpeg. */
  readonly executable: string;
  readonly clip: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Most that are wanted. */
  readonly frames: number;
}

const provider = 'ffmpeg';

/**
 * The pictures of a clip, large enough to fill the size and cut to it. Ffmpeg decodes them while they are asked for: no
 * more of them are held than two.
 */
export function openClipFrames({ executable, clip, width, height, frames }: ClipFramesOptions): ClipFrames & {
  /** Ends the program, if it still runs. */
  close(): void;
} {
  const fill = `scale=${width}:${height}:force_original_aspect_ratio=increase:flags=bicubic`;
  const args = clipArguments(`${fill},crop=${width}:${height}`, frames, 'rgba');
  const child = spawn(executable, args, { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  let failure: string | undefined;
  child.on('error', (error) => {
    failure = 'code' in error ? String(error.code) : 'unknown';
  });
  child.stdin.on('error', () => {}); // it has read enough
  child.stdin.end(clip);
  const pictures = picturesOf(child.stdout, width * height * 4);
  let count = 0;
  return {
    async next() {
      const { value } = await pictures.next().catch(() => ({ value: undefined })); // it never began, or was ended
      if (value) count += 1;
      else if (count === 0) throw noPicture(failure);
      return value ?? undefined;
    },
    close: () => void child.kill('SIGKILL'),
  };
}

function noPicture(failure: string | undefined): ProviderError {
  if (failure !== undefined) return new ProviderError('PROVIDER_005', { provider, reason: failure });
  return new ProviderError('PROVIDER_004', { provider, reason: 'no picture of a clip' });
}

/** Whole pictures, in two places by turns. What is left at the end is none. */
async function* picturesOf(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let [current, other] = [new Uint8Array(size), new Uint8Array(size)];
  let filled = 0;
  for await (const chunk of chunks) {
    let taken = 0;
    while (taken < chunk.length) {
      const part = chunk.subarray(taken, taken + size - filled);
      current.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled < size) continue;
      yield current;
      [current, other] = [other, current];
      filled = 0;
    }
  }
}
