import { chosenConcept, type Issue, type Plan, toCsv } from '@kt-event/sdk';

/** What became of one row. */
export interface BulkOutcome {
  readonly id: string;
  /** Of the CSV. */
  readonly line: number;
  readonly store: string;
  /** `planned` is new or changed; `skipped` was never begun. */
  readonly state: 'planned' | 'unchanged' | 'started' | 'failed' | 'skipped';
  readonly totalKrw?: number;
  readonly expectedEntries?: number;
  readonly errors: number;
  readonly warnings: number;
  readonly campaignId?: string;
  readonly campaignState?: string;
  /** Code of the failure. */
  readonly code?: string;
  readonly issues: readonly Issue[];
}

/** The figures of a plan that a table of many stores has room for. */
export function figuresOfPlan(plan: Plan) {
  const { cost, expectedEntries } = chosenConcept(plan);
  const count = (severity: string) => plan.findings.filter((one) => one.severity === severity).length;
  return {
    totalKrw: cost.totalKrw,
    expectedEntries: expectedEntries.mid,
    errors: count('error'),
    warnings: count('warn'),
  };
}

const columns = [
  '매장번호',
  '줄',
  '매장',
  '결과',
  '총비용(원)',
  '예상 응모',
  '오류',
  '주의',
  '이벤트 번호',
  '고칠 곳',
];

const stateWords: Readonly<Record<BulkOutcome['state'], string>> = {
  planned: '기획함',
  unchanged: '그대로',
  started: '시작함',
  failed: '고칠 곳 있음',
  skipped: '하지 않음',
};

/** One line for each row, as Excel in Korea opens it. */
export function toResultCsv(outcomes: readonly BulkOutcome[]): string {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  const lines = outcomes.map((one) => [
    one.id,
    String(one.line),
    one.store,
    stateWords[one.state],
    number(one.totalKrw),
    number(one.expectedEntries),
    String(one.errors),
    String(one.warnings),
    one.campaignId ?? '',
    one.issues
      .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message.ko}`)
      .join(' / '),
  ]);
  return toCsv([columns, ...lines]);
}
