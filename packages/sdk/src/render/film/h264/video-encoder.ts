import type { PixelSize } from '../../scene/paint-svg.js';
import type { FilmPicture } from '../draw-film.js';

/** One coded picture, its NAL units with their lengths before them (ISO/IEC 14496-15). */
export interface Packet {
  readonly bytes: Uint8Array;
  /** It can be shown without those before it. */
  readonly key: boolean;
}

/** Coded pictures, one for each frame, the first of them a key. */
export interface CodedVideo {
  /** `avcC`: what a player must know before the first packet. */
  readonly description: Uint8Array;
  /** Such as `avc1.420028`. */
  readonly codec: string;
  readonly packets: readonly Packet[];
}

/** Codes pictures as H.264, each shown `frames` times, without any that refers to a later one. */
export interface VideoEncoder {
  /** For the creative's `madeBy`. */
  readonly name: string;
  encode(pictures: AsyncIterable<FilmPicture>, size: PixelSize): Promise<CodedVideo>;
}
