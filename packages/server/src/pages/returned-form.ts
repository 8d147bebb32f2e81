import type { VisitorWords } from './visitor-words.js';

/** A form that was refused and comes back, with all that was typed. */
export interface ReturnedForm {
  /** As they were sent, by field. */
  readonly values: Readonly<Record<string, string>>;
  readonly words: VisitorWords;
  /** What to do about a field, by its name. */
  readonly wrong: Readonly<Record<string, string>>;
}
