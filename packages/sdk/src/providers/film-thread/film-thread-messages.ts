import type { FilmRequest } from '../film-maker.js';

/** What the thread that makes films is given. */
export interface FilmTask extends FilmRequest {
  /** Absolute path of the program that decodes clips. */
  readonly ffmpeg: string | undefined;
}

/** What comes from the thread that makes films. */
export type FilmMessage =
  | { readonly share: number }
  | { readonly films: readonly Uint8Array[] }
  | { readonly failure: FilmFailure };

/** An error does not cross from thread to thread as what it is. */
export type FilmFailure =
  /** The layout that no size of type fits. */
  | { readonly tooMuchText: string }
  /** The clip cannot be shown. */
  | { readonly clip: 'PROVIDER_004' | 'PROVIDER_005'; readonly reason: string }
  | { readonly reason: string };
