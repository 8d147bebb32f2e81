/** Room for what the line's own coding adds to a peak. Ours [A]: no operator publishes a figure. */
const peakDb = -3;

/** The same sound as loud as it may be: its highest peak comes to -3 dB of full scale. Silence stays silence. */
export function normalise(samples: Float32Array): Float32Array {
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  return peak === 0 ? samples.slice() : samples.map((sample) => (sample / peak) * 10 ** (peakDb / 20));
}
