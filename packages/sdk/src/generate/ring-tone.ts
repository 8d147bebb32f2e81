import { UserError } from '../errors/index.js';
import { composeWav } from '../render/audio/compose-wav.js';
import { joinSounds } from '../render/audio/join.js';
import { type LineAudio, toLineAudio } from '../render/audio/line-audio.js';
import { parseWav } from '../render/audio/parse-wav.js';
import { durationMs, type Sound } from '../render/audio/sound.js';

/** [A] KT publishes no specification; business ring-back tones are 20 to 40 s long, read 2026-11-20. */
const lengthMs = { least: 20_000, most: 40_000 } as const;

/** A caller who waits hears it again: without a breath it would run on. Our own choice. */
const pauseMs = 1_500;

/**
 * Speech as the line plays it. What is too short is said again until it is long enough, as callers hear it over and over.
 *
 * @throws UserError `USER_045` when it is too long.
 */
export function toRingTone(speech: Uint8Array): LineAudio {
  const line = toLineAudio(speech);
  const once = parseWav(line.wav);
  if (!once || line.durationMs === 0) throw new UserError('USER_045', { reason: 'the recording is empty' });
  const tone = repeat(once);
  const toneMs = durationMs(tone);
  if (toneMs > lengthMs.most)
    throw new UserError('USER_045', { reason: `${toneMs} ms > ${lengthMs.most} ms` });
  return { wav: composeWav(tone), durationMs: toneMs };
}

/** Where once more would be too long, silence fills the rest: it is heard before the words start over anyway. */
function repeat({ sampleRateHz, samples }: Sound): Sound {
  const once: Sound = { sampleRateHz, samples };
  const pause = silence(sampleRateHz, pauseMs);
  let tone = once;
  while (durationMs(tone) < lengthMs.least) {
    const longer = joinSounds([tone, pause, once]);
    if (durationMs(longer) > lengthMs.most)
      return joinSounds([tone, silence(sampleRateHz, lengthMs.least - durationMs(tone))]);
    tone = longer;
  }
  return tone;
}

function silence(sampleRateHz: number, ms: number): Sound {
  return { sampleRateHz, samples: new Float32Array((sampleRateHz * ms) / 1_000) };
}
