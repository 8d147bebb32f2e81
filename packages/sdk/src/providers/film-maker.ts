import type { FilmInput } from '../render/film/film-input.js';
import type { FilmSound } from '../render/film/film-sound.js';

export interface FilmRequest {
  readonly input: FilmInput;
  /** What the code of each film leads to: one film for each, alike but for that. */
  readonly urls: readonly string[];
  /** @defaultValue none */
  readonly sound?: FilmSound | undefined;
  /** An MP4 that has been looked at, where the input says that there is one. */
  readonly clip?: Uint8Array | undefined;
}

export interface FilmOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told how much is done, from 0 to 1, ten times or so. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Makes the films of a campaign on this machine. `make` throws `USER_022` when the texts do not fit even at their
 * smallest sizes, `PROVIDER_006` when it takes longer than a film may, `PROVIDER_004` or `PROVIDER_005` when there is a clip
 * and it cannot be shown.
 */
export interface FilmMaker {
  /** In the order of the addresses: MP4, H.264, fifteen seconds. */
  make(request: FilmRequest, options?: FilmOptions): Promise<readonly Uint8Array[]>;
}
