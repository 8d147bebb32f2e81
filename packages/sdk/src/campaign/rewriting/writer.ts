import type { PromptMarks } from '../../plan/merge/marks.js';
import type { TextModel } from '../../providers/text-model.js';

/** Who rewrites channel texts, and for how much money and time. */
export interface Writer {
  readonly model: TextModel;
  readonly marks: (question: string) => PromptMarks;
  /** Most that the texts of one campaign may cost, won. */
  readonly capKrw: number;
  /** Deadline of one text. */
  readonly budgetMs: number;
}
