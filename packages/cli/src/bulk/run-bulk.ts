import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Brief, type KtEvent, KtEventError, type Plan, type PlanOptions } from '@kt-event/sdk';
import { type Laid, layOver, type Template } from '../campaign-file/lay-over.js';
import { type BulkOutcome, figuresOfPlan, toResultCsv } from './bulk-result.js';
import { eachOf } from './each-of.js';
import type { BulkRow } from './read-rows.js';

export interface BulkOptions {
  readonly template: Template;
  readonly csvFile: string;
  /** Folder of the results, absolute. */
  readonly out: string;
  readonly jobs: number;
  /** Nothing is written or begun. */
  readonly dryRun: boolean;
  /** Each row asks the sources of trends as well. */
  readonly trends: boolean;
  /** The first row that fails is the last one that is looked at. */
  readonly failFast: boolean;
  /** Begins the campaign of a row, or carries it on. Absent: rows are planned only. */
  readonly carryOn?: ((brief: Brief, folder: string) => Promise<Started>) | undefined;
  readonly signal: AbortSignal;
}

export interface Started {
  readonly campaignId: string;
  readonly campaignState: string;
}

/**
 * Plans the campaign of every row, each by itself: a row that fails stops no other. Done again it writes nothing new:
 * the same rows give the same bytes.
 */
export async function runBulk(
  rows: readonly BulkRow[],
  ktEvent: Pick<KtEvent, 'plan'>,
  options: BulkOptions,
): Promise<BulkOutcome[]> {
  const { out, jobs, dryRun, failFast, signal } = options;
  if (!dryRun) await mkdir(out, { recursive: true });
  let stopped = false;
  const outcomes = await eachOf(rows, jobs, async (row) => {
    signal.throwIfAborted();
    if (stopped) return skipped(row);
    const outcome = await outcomeOf(row, ktEvent, options);
    stopped = failFast && outcome.state === 'failed';
    return outcome;
  });
  if (!dryRun) await writeResults(out, outcomes);
  return outcomes;
}

const untold = { errors: 0, warnings: 0, issues: [] } as const;

function skipped({ id, line }: BulkRow): BulkOutcome {
  return { id, line, store: '', state: 'skipped', ...untold };
}

async function outcomeOf(
  row: BulkRow,
  ktEvent: Pick<KtEvent, 'plan'>,
  options: BulkOptions,
): Promise<BulkOutcome> {
  const { id, line } = row;
  const failed = { id, line, store: '', state: 'failed', ...untold } as const;
  if (row.issues.length > 0) return { ...failed, code: 'USER_001', issues: row.issues };
  const laid = layOver(options.template, row, options.csvFile);
  if (!laid.brief) return { ...failed, code: 'USER_001', issues: laid.issues };
  const store = laid.brief.store.name;
  try {
    const plan = await ktEvent.plan(laid.brief, { ...askingOf(options), signal: options.signal });
    const planned = { ...failed, store, ...figuresOfPlan(plan) };
    if (planned.errors > 0) return { ...planned, code: 'USER_003', issues: rulesBroken(plan, options) };
    const changed = options.dryRun || (await keep(options.out, id, laid, plan));
    const started = await options.carryOn?.(laid.brief, join(options.out, id));
    return { ...planned, state: started ? 'started' : changed ? 'planned' : 'unchanged', ...started };
  } catch (error) {
    options.signal.throwIfAborted();
    if (!KtEventError.is(error)) throw error;
    return { ...failed, store, code: error.code, issues: placed(error, row, options) };
  }
}

/** Nobody, or the sources of trends: rows are many, and models cost money. Plans are files, so their terms count. */
function askingOf({ trends }: BulkOptions): PlanOptions {
  return trends ? { withoutModels: true, toKeep: true } : { offline: true };
}

function rulesBroken({ findings }: Plan, { template }: BulkOptions): BulkOutcome['issues'] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, message, path = '' }) => ({
      path: path.split('.'),
      message: { ko: `${message.ko} (${ruleId})`, en: `${message.en} (${ruleId})` },
      file: template.file,
      line: 1,
      column: 1,
    }));
}

/** What only the work finds, such as a budget that no plan fits, belongs to the cell that said it. */
function placed(error: KtEventError, row: BulkRow, { csvFile }: BulkOptions): BulkOutcome['issues'] {
  const told =
    error.issues.length > 0
      ? error.issues
      : [{ path: [], message: { ko: error.describe('ko').message, en: error.describe('en').message } }];
  return told.map((issue) => {
    const cell = row.cells.find(({ path }) => path === issue.path.join('.'));
    return { ...issue, file: csvFile, line: cell?.line ?? row.line, column: cell?.column ?? 1 };
  });
}

/** @returns false when both files stand there already, to the byte */
async function keep(out: string, id: string, { yaml }: Laid, plan: Plan): Promise<boolean> {
  const files = [
    [`${id}.yaml`, yaml],
    [`${id}.plan.json`, `${JSON.stringify(plan, null, 2)}\n`],
  ] as const;
  const changes = await Promise.all(files.map(([name, text]) => writeChanged(join(out, name), text)));
  return changes.includes(true);
}

async function writeChanged(path: string, text: string): Promise<boolean> {
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known === text) return false;
  const half = join(
    path,
    '..',
    `.${basename(path)}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}`,
  );
  await writeFile(half, text);
  await rename(half, path); // whoever reads it sees one or the other
  return true;
}

/** What became of the rows does not say what the last run had to do for it: that would differ from run to run. */
async function writeResults(out: string, outcomes: readonly BulkOutcome[]): Promise<void> {
  const settled = outcomes.map((one) =>
    one.state === 'unchanged' ? { ...one, state: 'planned' as const } : one,
  );
  await writeChanged(join(out, 'result.csv'), toResultCsv(settled));
  await writeChanged(join(out, 'result.json'), `${JSON.stringify(settled, null, 2)}\n`);
}
