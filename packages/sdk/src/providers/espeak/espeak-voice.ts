import { ProviderError, UserError } from '../../errors/index.js';
import { composeWav } from '../../render/audio/compose-wav.js';
import { parseWav } from '../../render/audio/parse-wav.js';
import { withTimeout } from '../../resilience/with-timeout.js';
import { type RunProgram, runProgram } from '../run-program.js';
import type { SpeechModel, Voice } from '../speech-model.js';

export interface EspeakVoiceOptions {
  /** Absolute path of espeak-ng. */
  readonly executable: string;
  /** It speaks a hundred times faster than one can listen. @defaultValue 30_000 */
  readonly timeoutMs?: number;
  /** @defaultValue a child process */
  readonly run?: RunProgram;
}

const provider = 'espeak-ng';
/** Twelve minutes at its 22,050 Hz. */
const maxBytes = 32 * 1024 * 1024;

/**
 * The free espeak-ng of this machine: a robot's voice, good enough to hear what a script says and how long it takes.
 * Costs nothing and sends nothing anywhere.
 *
 * `speak` throws `USER_045` for a script without words, `PROVIDER_005` when the program cannot be started,
 * `PROVIDER_006` when it takes too long, `PROVIDER_001` when it fails, `PROVIDER_004` when it writes no sound.
 */
export function createEspeakVoice(options: EspeakVoiceOptions): SpeechModel {
  const { executable, timeoutMs = 30_000, run = runProgram } = options;
  return {
    provider,
    mode: 'local',
    priceKrw: () => 0,
    async speak(script, voice = {}, signal) {
      if (script.trim() === '') {
        throw new UserError('USER_045', { reason: '읽을 글이 없습니다 / there is no text' });
      }
      const program = { provider, executable, args: toArguments(voice), input: toInput(script), maxBytes };
      const deadline = { name: provider, timeoutMs, signal };
      const output = await withTimeout((signal) => run(program, signal), deadline);
      return { wav: toWav(output), madeBy: provider };
    },
  };
}

/** Korean in UTF-8 (`-b 1`), whatever the locale. As it is: 175 words a minute, pitch 50 of 99, loudness 100 of 200. */
function toArguments({ rate, pitch, volume }: Voice): string[] {
  const speed = Math.round(175 * 2 ** (toLevel(rate) / 5)); // 5 is twice as fast, -5 half as fast
  const height = Math.round(50 + toLevel(pitch) * 9.8);
  const loudness = Math.round(100 + toLevel(volume) * 10); // half as loud to half as loud again
  const scales = ['-s', speed, '-p', height, '-a', loudness].map(String);
  return ['--stdin', '-b', '1', '-v', 'ko', ...scales, '--stdout'];
}

function toLevel(level = 0): number {
  return Math.min(5, Math.max(-5, level));
}

/** Two brackets in a row would be read as phonemes. */
function toInput(script: string): string {
  return script.replaceAll('[[', '[ [');
}

/** With a header that tells the length: into a pipe espeak-ng writes one that announces 2 GiB. */
function toWav(output: Uint8Array): Uint8Array {
  const speech = parseWav(output);
  if (!speech || speech.samples.length === 0 || speech.missingBytes > 0) {
    throw new ProviderError('PROVIDER_004', { provider, reason: 'not a WAV with sound' });
  }
  return composeWav(speech);
}
