/** One channel of sound. */
export interface Sound {
  readonly sampleRateHz: number;
  /** From -1 to below 1. A 16-bit sample fits in without loss. */
  readonly samples: Float32Array;
}

export function durationMs({ sampleRateHz, samples }: Sound): number {
  return Math.round((samples.length / sampleRateHz) * 1_000);
}
