import type { PathStep } from './draw.js';

/** Where one entry stands in the list that was committed to, with the way to the root. Names as in a transcript. */
export interface Inclusion {
  readonly index: number;
  readonly entry_id: string;
  readonly weight: number;
  readonly owner_tag: string;
  /** From the leaf to the root. Of others it shows hashes, and how many tickets stand beside. */
  readonly path: readonly PathStep[];
}
