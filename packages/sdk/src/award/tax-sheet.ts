import { grossedUpKrw, isTaxable, type PrizeTaxLaw, prizeTaxKrw, storeTaxKrw } from '../rules/prize-tax.js';
import type { Award } from '../schema/award.js';
import type { Prize } from '../schema/plan.js';
import { dayOf } from '../schema/seoul-time.js';

/** The dated figures of the law that dates are counted by. */
export interface TaxCalendar {
  readonly payByDay: { readonly value: number };
  readonly statementMonth: { readonly value: number };
  readonly keepYears: { readonly value: number };
}

/** What one taxed prize asks of the store. */
export interface TaxRow {
  readonly no: number;
  /** `정*훈 · 5678` */
  readonly masked: string;
  readonly prize: string;
  readonly state: Award['state'];
  readonly valueKrw: number;
  readonly taxKrw: number;
  /** What the texts of the campaign say. */
  readonly bearer: 'winner' | 'store';
  /** What the prize counts as when the store pays the tax after all. */
  readonly grossKrw: number;
  /** True when name and number are there. */
  readonly papers: boolean;
  /** Last day to pay what was withheld, and to file the statement. Absent until the prize is handed over. */
  readonly payBy?: string;
  readonly statementBy?: string;
}

/** Last day of the month in which it was given, counted into the next: the law counts from the day of payment. */
export function dueDays(
  handedOverAt: string,
  { payByDay, statementMonth, keepYears }: TaxCalendar,
): { readonly payBy: string; readonly statementBy: string; readonly keepUntil: string } {
  const [year = 0, month = 0] = dayOf(handedOverAt).split('-').map(Number);
  const statementBy = lastDayOf(year + 1, statementMonth.value);
  return {
    payBy: isoDay(month === 12 ? year + 1 : year, (month % 12) + 1, payByDay.value),
    statementBy,
    keepUntil: lastDayOf(year + 1 + keepYears.value, statementMonth.value),
  };
}

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export interface TaxedAward {
  readonly award: Award;
  readonly prize: Prize;
  readonly masked: string;
  readonly papers: boolean;
  readonly bearer: TaxRow['bearer'];
}

/** Only prizes above the threshold, and only of those who hold one. */
export function toTaxRow(
  { award, prize, masked, papers, bearer }: TaxedAward,
  law: TaxCalendar & PrizeTaxLaw,
): TaxRow[] {
  if (!isTaxable(prize, law)) return [];
  const due = award.state === 'handed_over' ? dueDays(award.at, law) : undefined;
  const taxOf = bearer === 'store' ? storeTaxKrw : prizeTaxKrw;
  return [
    {
      no: award.no,
      masked,
      prize: prize.name,
      state: award.state,
      valueKrw: prize.valueKrw,
      taxKrw: taxOf(prize.valueKrw, law),
      bearer,
      grossKrw: grossedUpKrw(prize.valueKrw, law),
      papers,
      ...(due && { payBy: due.payBy, statementBy: due.statementBy }),
    },
  ];
}
