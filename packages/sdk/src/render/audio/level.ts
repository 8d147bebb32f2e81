import type { Pcm } from './wav.js';

/** 0.7 of full scale, -3 dB: loud on a line, with room for what a codec adds. */
const wantedPeak = 0.7;
/** 20 dB. More would turn the hiss of an almost empty recording into noise. */
const mostGain = 10;

/** The same sound with its loudest sample at -3 dB. Silence stays silence. */
export function normalisePeak({ sampleRateHz, samples }: Pcm): Pcm {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  if (peak === 0) return { sampleRateHz, samples };
  const gain = Math.min(wantedPeak / peak, mostGain);
  return { sampleRateHz, samples: samples.map((sample) => sample * gain) };
}
