import type { Inclusion } from './schema/inclusion.js';

/** What participants are shown about a draw, besides its transcript. */
export interface Proving {
  /**
   * Where an entry stands in the list that was committed to. Whoever holds the receipt can check it alone.
   *
   * @throws UserError `USER_002` before there is a commitment; `USER_090` when the entry is not in the list; `USER_091`
   * when the list has been destroyed.
   */
  inclusion(campaignId: string, entryId: string): Promise<Inclusion>;
}
