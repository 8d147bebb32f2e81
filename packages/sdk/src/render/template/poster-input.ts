import type { Palette } from '../palette.js';

/** What an A4 poster says. Every text is data: it may hold anything and is drawn as it is. */
export interface PosterInput {
  readonly storeName: string;
  /** Best within 12 syllables. */
  readonly title: string;
  /** Best within 22 syllables. */
  readonly subtitle?: string;
  /** Best within 16 syllables each. */
  readonly prizeLines: readonly string[];
  readonly periodLine: string;
  readonly oddsLine?: string;
  /** Steps to take part, in order. */
  readonly howTo: readonly string[];
  readonly notices: readonly string[];
  /** What the QR code opens. Short is better: fewer, larger modules. */
  readonly url: string;
  /** Printed beside the code, for those who cannot scan. */
  readonly shortUrl: string;
  /** @defaultValue the one {@link paletteFor} gives the store's name */
  readonly palette?: Palette;
  /** One or two emoji, drawn large. @defaultValue 🎁 */
  readonly emoji?: string;
  /** An honest line that must be seen, such as "리허설용 · 실제 이벤트가 아닙니다". */
  readonly label?: string;
}
