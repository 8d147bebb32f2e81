/** Running figures of a campaign: reading them costs the same however many entries there are. */
export interface EntryTallyRow {
  campaignId: string;
  /** Also the last sequence number. */
  accepted: number;
  duplicates: number;
  refused: number;
  visitors: number;
  marketingConsents: number;
  /** Null unless first-come. */
  stock: number | null;
  remaining: number | null;
  /** How many the latest batch was given. */
  granted: number;
  /** Pieces that came back: their numbers are not given again. */
  returned: number;
  /** 1 when the period is over: what comes back lets nobody in. */
  ended: number;
  /** Whoever came before this instant takes part in the lottery of the first seconds. Null without one, and once it has ended. */
  rushUntil: string | null;
  /** Pieces kept for them. */
  setAside: number;
}
