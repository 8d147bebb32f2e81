import { BugError } from '../../errors/index.js';
import { composeWav } from './compose-wav.js';
import { normalise } from './normalise.js';
import { parseWav } from './parse-wav.js';
import { resample } from './resample.js';
import { durationMs } from './sound.js';

/** What a telephone line carries. KT's own specification is not public [A]. */
const lineRateHz = 8_000;

export interface LineAudio {
  /** 8 kHz, 16-bit, mono. */
  readonly wav: Uint8Array;
  readonly durationMs: number;
}

/**
 * Speech as a ring-back tone needs it. The same file gives the same bytes.
 *
 * @throws {@link BugError} `BUG_001` for anything but 16-bit PCM: speech models promise that.
 */
export function toLineAudio(wav: Uint8Array): LineAudio {
  const speech = parseWav(wav);
  if (!speech) throw new BugError('BUG_001', { reason: 'speech is not a WAV of 16-bit PCM' });
  const samples = normalise(resample(speech.samples, speech.sampleRateHz, lineRateHz));
  const line = { sampleRateHz: lineRateHz, samples };
  return { wav: composeWav(line), durationMs: durationMs(line) };
}
