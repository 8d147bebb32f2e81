import type { Scheme } from '../colour/scheme.js';
import type { Picture } from '../scene/scene.js';
import type { Format } from './frame.js';
import type { Motifs } from './setting.js';
import type { Template } from './template-schema.js';
import type { Words } from './words.js';

/** A picture as data: what it says, how it looks, and where it is seen. */
export interface Design {
  readonly format: Format;
  readonly template: Template;
  readonly scheme: Scheme;
  readonly motifs: Motifs;
  readonly words: Words;
  /** Adds a QR code: for screens and paper, not for feeds that are read on the phone itself. */
  readonly url?: string | undefined;
  readonly logo?: Picture | undefined;
  /** For the picture slot. @defaultValue the trade's drawing */
  readonly picture?: Picture | undefined;
  /** Twice on one sheet, head to head, for a stand that is read from both sides. @defaultValue false */
  readonly folded?: boolean | undefined;
  /** An honest line that must be seen, such as `리허설용 · 실제 이벤트가 아닙니다`. */
  readonly label?: string | undefined;
  /** Says that a model painted the picture. */
  readonly aiLabel?: string | undefined;
}
