import type { Pcm } from './wav.js';

/** Zero crossings of the filter on each side. With the window below, what would fold back is 80 dB down. */
const reach = 32;
/** Where the filter cuts, of half the lower rate: at 8 kHz the band of a telephone, 3.4 kHz, stays whole. */
const cutoff = 0.925;
/** Kaiser's shape parameter for 80 dB. Source: Oppenheim and Schafer's formula, 0.1102 (80 - 8.7). */
const beta = 7.857;

/** One set of taps for each place that a new sample can have between two old ones. */
interface Filter {
  readonly halfWidth: number;
  /** New samples advance by `step` of `phases` old ones. */
  readonly step: number;
  readonly phases: number;
  readonly taps: readonly Float64Array[];
}

/**
 * The same sound at another rate. What the new rate cannot carry is filtered out first: left in, it would come back as
 * a false tone. Sums in a fixed order, so the same samples always give the same.
 */
export function resample({ sampleRateHz, samples }: Pcm, toHz: number): Pcm {
  if (sampleRateHz === toHz) return { sampleRateHz, samples };
  const filter = createFilter(sampleRateHz, toHz);
  const length = Math.floor((samples.length * toHz) / sampleRateHz);
  return {
    sampleRateHz: toHz,
    samples: Float64Array.from({ length }, (_, at) => sampleAt(samples, filter, at)),
  };
}

function sampleAt(samples: Float64Array, { halfWidth, step, phases, taps }: Filter, at: number): number {
  const place = at * step;
  const first = Math.floor(place / phases) - halfWidth + 1;
  const own = taps[place % phases] ?? new Float64Array();
  let sum = 0;
  for (let index = 0; index < own.length; index += 1) {
    sum += (own[index] ?? 0) * (samples[first + index] ?? 0); // silence before the start and after the end
  }
  return sum;
}

function createFilter(fromHz: number, toHz: number): Filter {
  const common = greatestCommonDivisor(fromHz, toHz);
  const phases = toHz / common;
  const band = cutoff * Math.min(1, toHz / fromHz);
  const halfWidth = Math.ceil(reach / Math.min(1, toHz / fromHz));
  const taps = Array.from({ length: phases }, (_, phase) => tapsFor(phase / phases, band, halfWidth));
  return { halfWidth, step: fromHz / common, phases, taps };
}

/** Windowed sinc around `shift`, from 0 to 1 between two old samples. Sums to one, so that a level stays a level. */
function tapsFor(shift: number, band: number, halfWidth: number): Float64Array {
  const taps = Float64Array.from({ length: halfWidth * 2 }, (_, index) => {
    const distance = index - halfWidth + 1 - shift;
    return sinc(distance * band) * kaiser(distance / halfWidth);
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
}

/** Modified Bessel function of the first kind, order zero, as its power series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let index = 1; term > sum * Number.EPSILON; index += 1) {
    term *= (x / (2 * index)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
