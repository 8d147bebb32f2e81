import type { Insight } from './schema/insight.js';

/** What only the store can tell. */
export interface Telling {
  /**
   * How many of those who took part had not been there before. Goes into the report, and into what was learnt from the
   * campaign. Telling again replaces it.
   *
   * @returns What has been learnt now; nothing before the campaign is settled
   * @throws UserError `USER_001` for more people than took part, `USER_008` before there is a report
   */
  tellNewCustomers(campaignId: string, count: number): Promise<Insight | undefined>;
}
