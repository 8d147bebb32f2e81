/** What the bytes of a file say of themselves, whatever it was declared to be. */
export interface Measures {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'video/mp4' | 'audio/wav';
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly durationSec?: number;
  readonly sampleRateHz?: number;
  readonly bitsPerSample?: number;
  readonly channels?: number;
}
