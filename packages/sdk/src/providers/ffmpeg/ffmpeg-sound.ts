import { ProviderError } from '../../errors/index.js';
import { parseAdts } from '../../render/audio/parse-adts.js';
import { filmSeconds } from '../../render/film/film-format.js';
import { type FilmSound, samplesPerPacket } from '../../render/film/film-sound.js';
import { withTimeout } from '../../resilience/with-timeout.js';
import { type RunProgram, runProgram } from '../run-program.js';
import type { SoundEncoder } from '../sound-encoder.js';

export interface FfmpegSoundOptions {
  /** Absolute path of ffmpeg, which is asked as a program and never comes along with ours. */
  readonly executable: string;
  /** @defaultValue 30_000 */
  readonly timeoutMs?: number;
  /** @defaultValue a child process */
  readonly run?: RunProgram;
}

const provider = 'ffmpeg';
/** Speech on a phone's speaker. Ours. */
const [rateHz, bitsPerSecond] = [48_000, 96_000];
/** The picture is there first. Ours. */
const leadMs = 500;
const maxBytes = 4 * 1024 * 1024;

/** AAC by the ffmpeg of this machine. The same recording gives the same bytes by the same program. */
export function createFfmpegSound({
  executable,
  timeoutMs = 30_000,
  run = runProgram,
}: FfmpegSoundOptions): SoundEncoder {
  return {
    async encode(wav, signal) {
      const program = { provider, executable, args: toArguments(), input: wav, maxBytes };
      const output = await withTimeout((signal) => run(program, signal), {
        name: provider,
        timeoutMs,
        signal,
      });
      const sound = parseAdts(output);
      if (!sound) throw new ProviderError('PROVIDER_004', { provider, reason: 'not AAC' });
      return withinFilm(sound);
    },
  };
}

function toArguments(): string[] {
  const from = '-v error -nostdin -f wav -i pipe:0';
  const sound = `-af adelay=${leadMs}:all=1,apad -t ${filmSeconds} -ac 1 -ar ${rateHz}`;
  const coded = `-c:a aac -b:a ${bitsPerSecond} -fflags +bitexact -flags:a +bitexact -f adts pipe:1`;
  return [from, sound, coded].join(' ').split(' ');
}

/** Whole packets that end before the film does: a longer sound would make it longer than its channel takes. */
function withinFilm(sound: FilmSound): FilmSound {
  const most = Math.floor((filmSeconds * sound.sampleRateHz) / samplesPerPacket);
  return { ...sound, packets: sound.packets.slice(0, most) };
}
