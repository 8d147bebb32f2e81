import type { Mode } from '../schema/primitives.js';

/** A picture to paint, in English. No word of it was written outside: it is made of our own lists alone. */
export interface PaintRequest {
  readonly prompt: string;
  /** What must not be seen: letters, logos, people. */
  readonly avoid: string;
  /** 0 to 4,294,967,294. The same seed gives the same picture where the model knows seeds. */
  readonly seed: number;
}

/**
 * Paints one square picture without words in it.
 *
 * `paint` gives the file, PNG or JPEG, whole to its last byte. It throws `PROVIDER_001` when the model refuses or the
 * money is used up; `PROVIDER_002` when it is overloaded; `PROVIDER_004` when it was paid for and is no use; else what
 * every adapter throws. A lost answer was paid for, and is asked for again only where painting again is free.
 */
export interface ImageModel {
  readonly provider: string;
  /** The id that the provider knows it by. */
  readonly model: string;
  readonly mode: Mode;
  /** Of one picture, won, whole. */
  readonly priceKrw: number;
  /** Where the figure behind the price comes from. */
  readonly price: { readonly source: string; readonly date: string };
  paint(request: PaintRequest, signal?: AbortSignal): Promise<Uint8Array>;
}
