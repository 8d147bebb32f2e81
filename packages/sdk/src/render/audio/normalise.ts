/** Room for what the line's own coding adds to a peak. Ours [A]: no operator publishes a figure. */
const peakDb = -3;
/** 20 dB: more would make noise of the hiss of an almost empty recording. Ours [A]. */
const mostGain = 10;

/** The same sound with its highest peak at -3 dB of full scale, or 20 dB louder if it is too faint for that. */
export function normalise(samples: Float32Array): Float32Array {
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  const gain = Math.min(10 ** (peakDb / 20) / peak, mostGain);
  return samples.map((sample) => sample * gain);
}
