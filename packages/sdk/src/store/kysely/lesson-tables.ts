/** One lesson of one campaign. */
interface InsightRow {
  campaignId: string;
  storeKey: string;
  rehearsal: number;
  at: string;
  /** The trade whose stores may learn from it; null without the store's consent. */
  sharedIn: string | null;
  value: string;
}

/** What one place has brought a campaign. */
interface PlaceCountRow {
  campaignId: string;
  place: string;
  opened: number;
  entered: number;
}

export interface LessonTables {
  insight: InsightRow;
  placeCount: PlaceCountRow;
}
