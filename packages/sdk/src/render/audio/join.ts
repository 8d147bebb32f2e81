import type { Pcm } from './wav.js';

/** One after the other. All must have the rate of the first. */
export function joinPcm(parts: readonly [Pcm, ...Pcm[]]): Pcm {
  const samples = new Float64Array(parts.reduce((total, part) => total + part.samples.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part.samples, at);
    at += part.samples.length;
  }
  return { sampleRateHz: parts[0].sampleRateHz, samples };
}

export function createSilence(sampleRateHz: number, ms: number): Pcm {
  return { sampleRateHz, samples: new Float64Array(Math.round((sampleRateHz * ms) / 1_000)) };
}
