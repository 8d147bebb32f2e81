/** What is left of a tone that must go, decibel below what it was. 16 bits hold 96, a telephone line about 40. */
const attenuationDb = 80;
/** Width of the slope from "stays" to "gone", as a share of the highest frequency the lower rate can carry. */
const slope = 0.15;

export interface LowPass {
  /** Input samples on either side that take part in one output sample. */
  readonly reach: number;
  /** Weight of an input sample this many samples away from the output sample. */
  weight(distance: number): number;
}

/**
 * A sinc under a Kaiser window, for going from one rate to another. Everything the lower rate cannot carry is gone, so
 * that nothing comes back as another tone; the slope lies below that limit, at 8 kHz from 3.4 to 4.0 kHz.
 *
 * @see https://ccrma.stanford.edu/~jos/sasp/Kaiser_Window.html for both of Kaiser's formulas.
 */
export function createLowPass(fromHz: number, toHz: number): LowPass {
  const carried = Math.min(1, toHz / fromHz); // as a share of what the input carries
  const cutoff = carried * (1 - slope / 2);
  const reach = Math.ceil((attenuationDb - 8) / (2.285 * Math.PI * slope * carried) / 2);
  const beta = 0.1102 * (attenuationDb - 8.7);
  const scale = cutoff / besselI0(beta);

  return {
    reach,
    weight(distance) {
      const place = distance / reach;
      if (Math.abs(place) >= 1) return 0;
      return scale * sinc(cutoff * distance) * besselI0(beta * Math.sqrt(1 - place * place));
    },
  };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The modified Bessel function of order 0, by its series: 30 terms are exact to a double for the arguments here. */
function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n <= 30; n += 1) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}
