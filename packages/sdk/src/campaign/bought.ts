import type { EffectResult } from '../runs/workflow.js';

/** What came of buying of a model. A value rather than an interface, so that a journal can hold it. */
export type Bought = {
  readonly costKrw: number;
  /** The code of the failure that took what was bought. */
  readonly lost?: string | undefined;
};

/** The code of why there is nothing; undefined when there is. */
export function lossOf(result: EffectResult<Bought>): string | undefined {
  switch (result.state) {
    case 'acked':
      return result.value.lost;
    case 'confirmed':
      return undefined;
    case 'rejected':
    case 'not_sent':
      return result.error.code;
  }
}
