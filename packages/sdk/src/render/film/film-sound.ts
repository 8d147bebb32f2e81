/** AAC-LC of one channel, as long as a film at the most. */
export interface FilmSound {
  readonly sampleRateHz: number;
  /** AudioSpecificConfig (ISO/IEC 14496-3): what a player must know before the first packet. */
  readonly description: Uint8Array;
  /** Raw frames of {@link samplesPerPacket} samples. */
  readonly packets: readonly Uint8Array[];
}

/** Of AAC-LC. Source: ISO/IEC 14496-3. */
export const samplesPerPacket = 1_024;
