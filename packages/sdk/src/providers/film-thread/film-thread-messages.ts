/** What comes from the thread that makes films. */
export type FilmMessage =
  | { readonly share: number }
  | { readonly films: readonly Uint8Array[] }
  | { readonly failure: FilmFailure };

/** An error does not cross from thread to thread as what it is. */
export type FilmFailure =
  /** The layout that no size of type fits. */
  { readonly tooMuchText: string } | { readonly reason: string };
