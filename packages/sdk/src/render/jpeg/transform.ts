/** cosines[frequency * 8 + position], with the scale that makes the transform its own inverse transposed. */
const cosines = Float32Array.from({ length: 64 }, (_, index) => {
  const [frequency, position] = [index >> 3, index & 7];
  const scale = frequency === 0 ? Math.SQRT1_2 : 1;
  return (scale / 2) * Math.cos(((2 * position + 1) * frequency * Math.PI) / 16);
});

/** Replaces 8 × 8 samples by their discrete cosine transform (T.81, A.3.3): rows, then columns. */
export function forwardTransform(samples: Float32Array): void {
  const first = samples[0] ?? 0;
  if (samples.every((sample) => sample === first)) {
    samples.fill(0); // most of a designed picture is flat: worth not computing
    samples[0] = 8 * first;
    return;
  }
  for (let line = 0; line < 8; line += 1) transformLine(samples, line * 8, 1);
  for (let line = 0; line < 8; line += 1) transformLine(samples, line, 8);
}

const line = new Float32Array(8);

function transformLine(samples: Float32Array, start: number, step: number): void {
  for (let position = 0; position < 8; position += 1) line[position] = samples[start + position * step] ?? 0;
  for (let frequency = 0; frequency < 8; frequency += 1) {
    let sum = 0;
    for (let position = 0; position < 8; position += 1) {
      sum += (line[position] ?? 0) * (cosines[frequency * 8 + position] ?? 0);
    }
    samples[start + frequency * step] = sum;
  }
}
