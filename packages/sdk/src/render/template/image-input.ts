import type { Palette } from '../palette.js';

/** What a social picture says. Every text is data: it may hold anything and is drawn as it is. */
export interface ImageInput {
  /** 320 to 4096. */
  readonly widthPx: number;
  /** 320 to 4096; between a third and three times the width. */
  readonly heightPx: number;
  readonly storeName: string;
  /** Best within 12 syllables. */
  readonly title: string;
  /** Best within 22 syllables. */
  readonly subtitle: string;
  /** Best within 16 syllables. */
  readonly prizeLine: string;
  readonly periodLine: string;
  /** A word or two in the corner, such as "추첨 10명". */
  readonly badge?: string;
  /** An honest line that must be seen, such as "리허설용 · 실제 이벤트가 아닙니다". */
  readonly label?: string;
  /** Adds a QR code: for screens, not for feeds that are read on the phone itself. */
  readonly url?: string;
  /** @defaultValue the one {@link paletteFor} gives the store's name */
  readonly palette?: Palette;
  /** One or two emoji, drawn large. @defaultValue 🎁 */
  readonly emoji?: string;
}
