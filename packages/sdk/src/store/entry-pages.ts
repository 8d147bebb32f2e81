import type { Entry } from '../schema/entry.js';

/** An entry without anything that is sealed: what a draw and an entry log are made of. */
export type EntryLine = Pick<
  Entry,
  'campaignId' | 'id' | 'seq' | 'weight' | 'couponNo' | 'ownerTag' | 'receivedAt'
>;

/** Entries page by page, in two orders: a campaign may have more of them than fit in memory. */
export interface EntryPages {
  /** Up to `limit` entries that lots are drawn among, in the order of their ids, after that one: not those that were excluded or have a coupon already. */
  byId(
    campaignId: string,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<EntryLine[]>;
  /** Up to `limit` entries in order of arrival, after that number; excluded ones as well. */
  bySeq(campaignId: string, page: { readonly after: number; readonly limit: number }): Promise<EntryLine[]>;
}
