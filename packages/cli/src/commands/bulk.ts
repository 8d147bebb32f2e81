import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Stage, UserError } from '@kt-event/sdk';
import type { BulkOutcome } from '../bulk/bulk-result.js';
import { carryOnRows } from '../bulk/carry-on.js';
import { readRows } from '../bulk/read-rows.js';
import { runBulk } from '../bulk/run-bulk.js';
import { readTemplate } from '../campaign-file/read-template.js';
import type { CommandContext } from '../context.js';
import { bulkView } from '../views/bulk-view.js';

export interface BulkFlags {
  readonly out?: string;
  readonly jobs?: number;
  readonly dryRun?: boolean;
  readonly failFast?: boolean;
  /** Asks for forecast, festivals and shops nearby as well. */
  readonly trends?: boolean;
  /** Begins the campaigns, too. */
  readonly run?: boolean;
  readonly until?: Stage;
  readonly yes?: boolean;
}

/** Rows at work at the same time. */
const usualJobs = 4;

/** One campaign for each row of a spreadsheet, laid over one template. A row that fails stops no other. */
export async function bulk(
  context: CommandContext,
  templateFile: string,
  csv: string,
  flags: BulkFlags,
): Promise<void> {
  const { cwd, folder, messages, output, signal, operator } = context;
  const { jobs = usualJobs, dryRun = false, failFast = false, trends = false, until } = flags;
  const csvFile = basename(csv);
  const out = flags.out ? resolve(cwd, flags.out) : resolve(folder, 'kt-event-out', 'bulk');
  const template = await readTemplate(resolve(cwd, templateFile), out);
  const { rows, issues } = readRows(await readBytes(resolve(cwd, csv)), csvFile);
  if (issues.length > 0) throw new UserError('USER_001', { what: csvFile }, { issues: [...issues] });
  const ktEvent = await context.ktEvent();
  const approver = flags.yes ? operator : undefined;
  const carryOn = flags.run && !dryRun ? await carryOnRows(ktEvent, { until, approver, signal }) : undefined;
  const outcomes = await output.task(messages.bulk.task(rows.length), () =>
    runBulk(rows, ktEvent, { template, csvFile, out, jobs, dryRun, failFast, trends, carryOn, signal }),
  );
  output.result({ out, dryRun, rows: outcomes }, bulkView);
  if (outcomes.some(isUndone)) context.exitWith(2);
}

const isUndone = ({ state }: BulkOutcome): boolean => state === 'failed' || state === 'skipped';

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
    throw new UserError('USER_016', { path, reason }, { cause });
  }
}
