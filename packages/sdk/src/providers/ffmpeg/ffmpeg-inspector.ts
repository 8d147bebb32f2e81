import { ProviderError } from '../../errors/index.js';
import { framesPerSecond } from '../../render/film/film-format.js';
import { withTimeout } from '../../resilience/with-timeout.js';
import type { ClipInspector } from '../clip-inspector.js';
import { type RunProgram, runProgram } from '../run-program.js';
import { clipArguments } from './clip-arguments.js';

export interface FfmpegInspectorOptions {
  /** Absolute path of ffmpeg, which is asked as a program and never comes along with ours. */
  readonly executable: string;
  /** @defaultValue 60_000 */
  readonly timeoutMs?: number;
  /** @defaultValue a child process */
  readonly run?: RunProgram;
}

const provider = 'ffmpeg';
/** Enough of a clip's pictures to tell whether they show something. */
const sidePx = 32;
const pictureBytes = sidePx * sidePx;
/** Longest that is looked at; a film shows less. */
const mostFrames = 10 * framesPerSecond;
/** A shorter one would stand still for most of its time. */
const leastFrames = 2 * framesPerSecond;
/** Of 255, between the lightest and the darkest spot of all pictures: models answer black when they may not paint. */
const leastRange = 8;

/** Has the ffmpeg of this machine decode a clip, each picture in the size of a stamp. */
export function createFfmpegInspector({
  executable,
  timeoutMs = 60_000,
  run = runProgram,
}: FfmpegInspectorOptions): ClipInspector {
  const args = clipArguments(`scale=${sidePx}:${sidePx}`, mostFrames, 'gray');
  return {
    async inspect(mp4, signal) {
      const program = { provider, executable, args, input: mp4, maxBytes: mostFrames * pictureBytes };
      const stamps = await withTimeout((signal) => run(program, signal), {
        name: provider,
        timeoutMs,
        signal,
      });
      if (stamps.length < leastFrames * pictureBytes) throw unusable('a clip of less than two seconds');
      const range = stamps.reduce(toRange, { darkest: 255, lightest: 0 });
      if (range.lightest - range.darkest < leastRange) throw unusable('a clip that shows nothing');
    },
  };
}

function toRange({ darkest, lightest }: { darkest: number; lightest: number }, light: number) {
  return { darkest: Math.min(darkest, light), lightest: Math.max(lightest, light) };
}

function unusable(reason: string): ProviderError {
  return new ProviderError('PROVIDER_004', { provider, reason });
}
