import type { Mode } from '../schema/primitives.js';
import type { PaintRequest } from './image-model.js';

/** A clip to paint. No word of it was written outside. */
export interface ClipRequest extends PaintRequest {
  readonly shape: 'tall' | 'wide';
  /** The picture that it begins with, PNG or JPEG. @defaultValue it begins as the prompt says */
  readonly first?: { readonly bytes: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' } | undefined;
}

/**
 * Paints one short clip without words in it, in minutes: it is ordered once, and then looked after as often as need be.
 *
 * Both throw `PROVIDER_001` when the model refuses or the money is used up, `PROVIDER_002` when it is overloaded, and
 * what every adapter throws.
 */
export interface VideoModel {
  readonly provider: string;
  /** The id that the provider knows it by. */
  readonly model: string;
  readonly mode: Mode;
  /** Length of the clip. */
  readonly seconds: number;
  /** It takes no order without a picture to begin with. */
  readonly wantsPicture: boolean;
  /** Of the clip, won, whole. */
  readonly priceKrw: number;
  /** Where the figure behind the price comes from. */
  readonly price: { readonly source: string; readonly date: string };
  /** Costs the price, each time: a lost answer may hide an order. Gives the name by which it is looked after. */
  order(request: ClipRequest, signal?: AbortSignal): Promise<string>;
  /**
   * Waits for an order and fetches its clip, a whole MP4. Costs nothing. Throws `PROVIDER_004` when it came to nothing
   * that can be used, `PROVIDER_006` when it is not there in time.
   */
  fetch(order: string, signal?: AbortSignal): Promise<Uint8Array>;
}
