import type { Creative } from '../schema/creative.js';
import type { Channel } from '../schema/primitives.js';

/** What a model has written for one channel in place of the plan's copy, judged and fit to be printed. */
interface Rewritten {
  readonly body: string;
  readonly hashtags: readonly string[];
  readonly mode: Creative['mode'];
  /** Provider and model: `openai/gpt-6-luna`. */
  readonly madeBy: string;
}

/** What came of asking a model for the words of one channel. */
export interface Rewriting {
  readonly written?: Rewritten | undefined;
  readonly unwritten?: Creative['unwritten'];
}

export type Rewritings = ReadonlyMap<Channel, Rewriting>;
