import type { Brief } from '../schema/brief.js';
import type { Knowledge } from './knowledge.js';
import type { IndustryRow } from './knowledge-schema.js';

/** A number with who said it, and when. */
interface Sourced {
  readonly value: number;
  readonly source: string;
  readonly date: string;
}

/** What a plan takes for granted about a shop. What the shop says of itself goes before what its trade is like. */
export interface Trade {
  readonly weeklyVisits: Sourced;
  readonly averageTicketKrw: Sourced;
  /** Of 100 won sold, what is left when the goods are paid. */
  readonly marginPercent: Sourced;
  /** Of 100 visitors, those who had never come before. */
  readonly newSharePercent: Sourced;
}

function newShareOf({ ko, newSharePct: value, newShareSource }: IndustryRow, date: string): Sourced {
  return { value, source: newShareSource ?? `업종 ${ko} 경험값, 매장 실적으로 바꾸세요`, date };
}

export function tradeOf(
  { own = {}, period }: Pick<Brief, 'own' | 'period'>,
  row: IndustryRow,
  { date }: Pick<Knowledge, 'date'>,
): Trade {
  const usual = (value: number): Sourced => ({
    value,
    source: `업종 ${row.ko} 경험값, 매장 실적으로 바꾸세요`,
    date,
  });
  const either = (said: number | undefined, value: number): Sourced =>
    said === undefined ? usual(value) : { value: said, source: '매장이 적은 값', date: period.start };
  return {
    weeklyVisits: either(own.weeklyVisits, row.weeklyVisits),
    averageTicketKrw: either(own.averageTicketKrw, row.averageTicketKrw),
    marginPercent: either(own.marginPercent, row.contributionMarginPct),
    newSharePercent: newShareOf(row, date),
  };
}
