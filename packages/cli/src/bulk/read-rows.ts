import { decodeText, type Issue, readCsv } from '@kt-event/sdk';
import { positionOf } from '../campaign-file/position.js';
import { meantHeader, pathOfHeader, valueOfCell } from './columns.js';

/** What one cell puts into the template, and where it stands. */
interface BulkCell {
  readonly path: string;
  readonly value: unknown;
  readonly line: number;
  readonly column: number;
}

/** One store. */
export interface BulkRow {
  readonly id: string;
  readonly line: number;
  readonly cells: readonly BulkCell[];
  /** What is wrong with the row itself. */
  readonly issues: readonly Issue[];
}

export interface BulkTable {
  readonly rows: readonly BulkRow[];
  /** What is wrong with the whole table: no row can be trusted. */
  readonly issues: readonly Issue[];
}

/** Names of files: letters, digits and hyphens of any script. */
const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

/** Reads a spreadsheet's CSV, UTF-8 or CP949. An empty cell leaves what the template says. */
export function readRows(bytes: Uint8Array, file: string): BulkTable {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  const damaged = text.indexOf('\uFFFD');
  if (damaged >= 0) return { rows: [], issues: [{ ...broken, file, ...positionOf(text, damaged) }] };
  const [header = [], ...body] = readCsv(text);
  const columns = header.map((cell) => ({ ...cell, path: pathOfHeader(cell.text) }));
  const issues = headerIssues(columns, file);
  if (issues.length > 0) return { rows: [], issues };
  const firstLines = new Map<string, number>();
  const rows = body.map((cells) => {
    const filled = cells.flatMap((cell, index) => {
      const path = columns[index]?.path;
      const written = cell.text.trim();
      return path === undefined || written === '' ? [] : [{ ...cell, path, written }];
    });
    const idCell = filled.find(({ path }) => path === 'id');
    const line = cells[0]?.line ?? 1;
    const id = idCell?.written ?? '';
    const wrong = idIssue(id, firstLines.get(id));
    if (!firstLines.has(id)) firstLines.set(id, line);
    const place = { file, line, column: idCell?.column ?? 1 };
    return {
      id,
      line,
      cells: filled
        .filter(({ path }) => path !== 'id')
        .map(({ path, written, line, column }) => ({
          path,
          value: valueOfCell(path, written),
          line,
          column,
        })),
      issues: wrong ? [{ ...wrong, ...place }] : [],
    };
  });
  return { rows, issues: [] };
}

interface HeaderCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly path: string | undefined;
}

function headerIssues(columns: readonly HeaderCell[], file: string): Issue[] {
  const unknown = columns.filter(({ path, text }) => path === undefined && text.trim() !== '');
  const issues = unknown.map(({ text, line, column }) => {
    const meant = meantHeader(text);
    return {
      path: ['header'],
      message: { ko: `"${text}"은(는) 모르는 열입니다`, en: `"${text}" is not a known column` },
      fix: meant
        ? { ko: `"${meant}"을(를) 쓰려던 것인가요?`, en: `Did you mean "${meant}"?` }
        : {
            ko: '예: 매장번호, 매장, 업종, 지역, 전화, 예산. 이벤트 파일의 항목 이름(store.name)도 됩니다',
            en: 'Such as id, store.name, store.industry, budgetKrw: the keys of a campaign file',
          },
      file,
      line,
      column,
    };
  });
  if (columns.some(({ path }) => path === 'id')) return issues;
  const missing = {
    path: ['header'],
    message: { ko: '매장번호 열이 없습니다', en: 'There is no id column' },
    fix: { ko: '첫 줄에 매장번호 열을 더하세요', en: 'Add a column named id' },
    file,
    line: 1,
    column: 1,
  };
  return [...issues, missing];
}

function idIssue(
  id: string,
  firstLine: number | undefined,
): Pick<Issue, 'path' | 'message' | 'fix'> | undefined {
  if (firstLine !== undefined) {
    return {
      path: ['id'],
      message: {
        ko: `매장번호 "${id}"이(가) ${firstLine}번째 줄에 이미 있습니다`,
        en: `id "${id}" is on line ${firstLine} already`,
      },
      fix: { ko: '매장마다 다른 번호를 쓰세요', en: 'Give each store an id of its own' },
    };
  }
  if (idPattern.test(id)) return undefined;
  return {
    path: ['id'],
    message: { ko: `"${id}"은(는) 매장번호로 쓸 수 없습니다`, en: `"${id}" cannot be an id` },
    fix: {
      ko: '글자, 숫자, 줄표로 40자까지 쓰세요. 예: mapo-01',
      en: 'Letters, digits and hyphens, 40 at most, such as mapo-01',
    },
  };
}

const broken = {
  path: [],
  message: { ko: '글자가 깨져 있습니다', en: 'Some letters are damaged' },
  fix: {
    ko: '엑셀에서 "CSV UTF-8(쉼표로 분리)"로 다시 저장하세요',
    en: 'Save it from the spreadsheet as CSV UTF-8',
  },
};
