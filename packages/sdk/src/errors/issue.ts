import type { Bilingual } from './error-spec.js';

/** One place in the input to correct. */
export type Issue = {
  /** Where, as keys and indexes from the root of the value. */
  readonly path: readonly (string | number)[];
  /** What was expected there. */
  readonly message: Bilingual;
  /** What to write instead, when that can be said. */
  readonly fix?: Bilingual;
  /** Position in the file, 1-based, when the value came from one. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};
