import type { FilmSound } from '../render/film/film-sound.js';

/** Codes a voice as the sound of a film. */
export interface SoundEncoder {
  /**
   * @param wav - 16-bit PCM, shorter than a film. What follows it is silence.
   * @throws ProviderError what the program it asks ended with
   */
  encode(wav: Uint8Array, signal?: AbortSignal): Promise<FilmSound>;
}
