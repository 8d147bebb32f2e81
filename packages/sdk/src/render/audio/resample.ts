import { createLowPass, type LowPass } from './low-pass.js';

/**
 * The same sound at another rate. Tones that the lower rate cannot carry are taken out before, not folded down.
 * Pure: the same samples give the same samples.
 *
 * @param fromHz - Whole, as `toHz`.
 */
export function resample(samples: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz) return samples.slice();
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const [down, up] = [fromHz / divisor, toHz / divisor];
  const kernelOf = createKernels(createLowPass(fromHz, toHz), up);
  const output = new Float32Array(Math.round((samples.length * up) / down));

  for (let index = 0; index < output.length; index += 1) {
    // whole numbers throughout: a running sum of fractions would drift
    const place = index * down;
    output[index] = weigh(samples, Math.floor(place / up), kernelOf(place % up));
  }
  return output;
}

/** Weights for an output sample that lies `phase / up` of a sample behind an input sample; there are `up` such places. */
function createKernels({ reach, weight }: LowPass, up: number): (phase: number) => Float64Array {
  const kernels = new Map<number, Float64Array>();
  return (phase) => {
    const known = kernels.get(phase);
    if (known) return known;
    const weights = Float64Array.from({ length: reach * 2 + 1 }, (_, at) => weight(at - reach - phase / up));
    const sum = weights.reduce((total, value) => total + value, 0);
    const kernel = weights.map((value) => value / sum); // a steady level stays as it is
    kernels.set(phase, kernel);
    return kernel;
  };
}

/** Before its start and after its end there is silence. */
function weigh(samples: Float32Array, center: number, kernel: Float64Array): number {
  const start = center - (kernel.length - 1) / 2;
  const last = Math.min(kernel.length, samples.length - start);
  let sum = 0;
  for (let at = Math.max(0, -start); at < last; at += 1) {
    sum += (samples[start + at] ?? 0) * (kernel[at] ?? 0);
  }
  return sum;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
