export interface AwardRow {
  campaignId: string;
  no: number;
  entryId: string;
  state: string;
  prizeId: string | null;
  piece: number | null;
  reserve: number | null;
  at: string;
  claimUntil: string | null;
  tokenHash: string;
  toldAt: string | null;
  unreachedAt: string | null;
  remindedAt: string | null;
  claimedAt: string | null;
  claimedBy: string | null;
  handOver: string | null;
}

export interface AwardEventRow {
  campaignId: string;
  no: number;
  seq: number;
  at: string;
  fromState: string;
  toState: string;
  reason: string;
}

interface AwardFormRow {
  campaignId: string;
  no: number;
  sealed: string;
  keyVersion: number;
}

interface AwardTaxRow {
  campaignId: string;
  no: number;
  sealed: string;
  keepUntil: string;
}

/** What became of the prizes. */
export interface AwardTables {
  award: AwardRow;
  awardEvent: AwardEventRow;
  awardForm: AwardFormRow;
  awardTax: AwardTaxRow;
}
