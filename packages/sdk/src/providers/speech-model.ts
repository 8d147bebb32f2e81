import type { Mode } from '../schema/primitives.js';

/** How a text is spoken. Natural signs: a higher number is faster, higher or louder. Each from -5 to 5, 0 as it is. */
export interface Voice {
  readonly rate?: number;
  readonly pitch?: number;
  readonly volume?: number;
}

/** Speech, uncompressed. */
export interface Speech {
  /** RIFF/WAVE, PCM, 16-bit, mono. */
  readonly wav: Uint8Array;
  /** `clova-voice/nara`, `espeak-ng`: for the creative's `madeBy`. */
  readonly madeBy: string;
}

/** Turns a script into speech. The same script and voice give the same words, so a lost answer is asked for again. */
export interface SpeechModel {
  readonly provider: string;
  readonly mode: Mode;
  /** What speaking this costs, won. */
  priceKrw(script: string): number;
  speak(script: string, voice?: Voice, signal?: AbortSignal): Promise<Speech>;
}
