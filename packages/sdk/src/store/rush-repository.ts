/** How it stands with an entry of the first seconds. */
export type RushPlace =
  /** It is not decided yet. */
  | { readonly state: 'waiting' }
  | { readonly state: 'won'; readonly couponNo: number }
  | { readonly state: 'lost' };

/**
 * The lottery among those who came in the first seconds of a first-come campaign. Such an entry has no coupon when it is
 * written; a piece is set aside for it as long as there is one, and nobody else can have that.
 */
export interface RushRepository {
  /**
   * From here on nobody joins: an entry that was on the way is served in order. Closes the campaign when nothing is left
   * for others. A second call changes nothing. @returns pieces set aside
   */
  end(campaignId: string): Promise<number>;
  /**
   * Gives the pieces set aside to these entries, in their order; what they do not need can be had by everybody. A second
   * call changes nothing.
   */
  give(
    campaignId: string,
    given: { readonly entryIds: readonly string[]; readonly at: string },
  ): Promise<void>;
  /** Of an entry that came in the first seconds. */
  place(campaignId: string, entryId: string): Promise<RushPlace>;
}
