import type { Palette } from '../palette.js';

/** `wide` for screens on walls and televisions, `tall` for phones. */
export type FilmShape = 'wide' | 'tall';

/** What a film says. Every text is data: it may hold anything and is drawn as it is. */
export interface FilmInput {
  readonly shape: FilmShape;
  readonly storeName: string;
  /** Best within 12 syllables. */
  readonly title: string;
  /** What there is to win or to get: the first thing seen. Best within 16 syllables. */
  readonly offer: string;
  /** A word or two, such as "추첨 10명". */
  readonly badge: string;
  /** How to take part, in order. Best three. */
  readonly steps: readonly string[];
  readonly periodLine: string;
  /** What comes after it, such as when winners are told. */
  readonly afterLine: string;
  /** The entry page as people type it. */
  readonly shortUrl: string;
  /** An honest line that is seen in every frame, such as "리허설용 · 실제 이벤트가 아닙니다". */
  readonly label?: string | undefined;
  /** One or two emoji, drawn large. */
  readonly emoji: string;
  /** A clip is what the film begins with. `mark` says on it that a model has painted it. @defaultValue our own drawing */
  readonly clip?: { readonly mark?: string | undefined } | undefined;
  /** @defaultValue the one {@link paletteFor} gives the store's name */
  readonly palette?: Palette;
}
