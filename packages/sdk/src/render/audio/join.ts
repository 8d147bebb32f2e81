import type { Sound } from './sound.js';

/** One after the other, at the rate of the first: all must have it. */
export function joinSounds(parts: readonly [Sound, ...Sound[]]): Sound {
  const samples = new Float32Array(parts.reduce((total, part) => total + part.samples.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part.samples, at);
    at += part.samples.length;
  }
  return { sampleRateHz: parts[0].sampleRateHz, samples };
}
