import { baseQuantisation } from './tables.js';

export interface Quantisation {
  readonly luminance: Uint8Array;
  readonly chrominance: Uint8Array;
}

/** The standard's tables, scaled to a quality of 1 to 100 by libjpeg's rule. */
export function scaleQuantisation(quality: number): Quantisation {
  const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const scale = (base: readonly number[]) =>
    Uint8Array.from(base, (value) => Math.min(255, Math.max(1, Math.floor((value * percent + 50) / 100))));
  return { luminance: scale(baseQuantisation.luminance), chrominance: scale(baseQuantisation.chrominance) };
}
