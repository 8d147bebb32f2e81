import type { JsonRecord } from '../../json.js';

/** One call with all that its answer follows from. */
export interface OpenaiCall {
  readonly body: JsonRecord;
  readonly seed: string;
  readonly id: string;
  readonly at: Date;
}
