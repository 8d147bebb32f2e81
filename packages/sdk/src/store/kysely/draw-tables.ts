/** JSON as text, read back through the schema of the value. */
type JsonText = string;

/** A signed head of a campaign's entry log. */
interface LogHeadRow {
  campaignId: string;
  size: number;
  head: JsonText;
  peaks: JsonText;
}

/** Node of an entry log over 1,024 entries. */
interface LogBlockRow {
  campaignId: string;
  no: number;
  hash: string;
}

interface ExclusionRow {
  campaignId: string;
  entryId: string;
  reason: string;
  at: string;
}

/** Where a commitment's fingerprint was shown, once for each place. */
interface AnchorRow {
  campaignId: string;
  place: string;
  at: string;
  value: JsonText;
}

/** That a draw does not hold: one row for each, for ever. */
interface DrawVoidRow {
  campaignId: string;
  at: string;
  value: JsonText;
}

/** A signed head of a campaign's audit chain, by the record that it was signed upon. */
interface AuditHeadRow {
  campaignId: string;
  no: number;
  head: JsonText;
}

/** What binds the organiser before and after a draw: rows that the database refuses to change or delete. */
export interface DrawTables {
  logHead: LogHeadRow;
  logBlock: LogBlockRow;
  exclusion: ExclusionRow;
  anchor: AnchorRow;
  drawVoid: DrawVoidRow;
  auditHead: AuditHeadRow;
}
