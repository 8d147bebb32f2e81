import type { Issue } from '../../errors/index.js';
import type { DailySales } from '../sales-source.js';
import type { Cell } from './read-csv.js';

interface ParsedSales {
  readonly sales: DailySales[];
  readonly issues: Issue[];
}

const dayNames = ['날짜', '일자', '영업일', '매출일', 'date', 'day'];
const salesNames = ['매출', '매출액', '매출금액', '총매출', '금액', 'sales', 'amount', 'revenue'];

/** Reads rows under a header into sales per day. Several rows of one day are added up. */
export function parseSales([header = [], ...rows]: readonly (readonly Cell[])[]): ParsedSales {
  const columns = { day: columnOf(header, dayNames), sales: columnOf(header, salesNames) };
  const missing = [
    ...(columns.day < 0 ? [headerIssue(header, '날짜', 'date')] : []),
    ...(columns.sales < 0 ? [headerIssue(header, '매출', 'sales')] : []),
  ];
  if (missing.length > 0) return { sales: [], issues: missing };
  const totals = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [index, row] of rows.entries()) {
    const day = readDay(row, columns.day, index);
    const krw = readKrw(row, columns.sales, index);
    issues.push(...[day, krw].flatMap((read) => ('issue' in read ? [read.issue] : [])));
    if ('value' in day && 'value' in krw) totals.set(day.value, (totals.get(day.value) ?? 0) + krw.value);
  }
  const sales = [...totals].map(([day, salesKrw]) => ({ day, salesKrw }));
  return { sales: sales.sort((a, b) => (a.day < b.day ? -1 : 1)), issues };
}

type Read<Value> = { readonly value: Value } | { readonly issue: Issue };

function columnOf(header: readonly Cell[], names: readonly string[]): number {
  return header.findIndex(({ text }) =>
    names.includes(
      text
        .replace(/\(.*?\)/g, '')
        .replace(/\s/g, '')
        .toLowerCase(),
    ),
  );
}

function headerIssue(header: readonly Cell[], ko: string, en: string): Issue {
  return {
    path: ['header'],
    message: { ko: `첫 줄에 "${ko}" 열이 없습니다`, en: `The first line has no "${en}" column` },
    fix: { ko: '첫 줄을 "날짜,매출"로 쓰세요', en: 'Write "date,sales" on the first line' },
    line: header[0]?.line ?? 1,
    column: 1,
  };
}

/** `2026-12-01`, `2026.12.1`, `2026/12/01`, `20261201`, `2026년 12월 1일`; a time of day may follow. */
const dayPattern =
  /^(\d{4})(?:\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})|(\d{2})(\d{2}))(?:\s*일|\.)?(?:[\sT]+\d.*)?$/;

function readDay(row: readonly Cell[], column: number, index: number): Read<string> {
  const cell = cellAt(row, column);
  const [, year = '', month, date, tightMonth, tightDate] = dayPattern.exec(cell.text.trim()) ?? [];
  const day = [year, month ?? tightMonth ?? '', date ?? tightDate ?? '']
    .map((part) => part.padStart(2, '0'))
    .join('-');
  if (isDay(day)) return { value: day };
  const message = { ko: `"${cell.text}"은(는) 날짜가 아닙니다`, en: `"${cell.text}" is not a day` };
  const fix = {
    ko: '2026-12-01처럼 쓰세요. 합계 줄은 지우세요',
    en: 'Write it like 2026-12-01; remove total lines',
  };
  return { issue: { path: ['rows', index, 'day'], message, fix, line: cell.line, column: cell.column } };
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function readKrw(row: readonly Cell[], column: number, index: number): Read<number> {
  const cell = cellAt(row, column);
  const plain = cell.text.replace(/[\s,₩￦]|원$|KRW/gi, '').replace(/\.0+$/, '');
  const krw = Number(plain);
  if (/^-?\d+$/.test(plain) && Number.isSafeInteger(krw)) return { value: krw };
  const message = {
    ko: `"${cell.text}"은(는) 원 단위 금액이 아닙니다`,
    en: `"${cell.text}" is not an amount in won`,
  };
  const fix = { ko: '1250000 또는 1,250,000원처럼 쓰세요', en: 'Write it like 1250000 or 1,250,000' };
  return { issue: { path: ['rows', index, 'salesKrw'], message, fix, line: cell.line, column: cell.column } };
}

function cellAt(row: readonly Cell[], column: number): Cell {
  const last = row.at(-1);
  return (
    row[column] ?? {
      text: '',
      line: last?.line ?? 1,
      column: (last?.column ?? 0) + (last?.text.length ?? 0) + 1,
    }
  );
}
