import { toKtEventError } from '@kt-event/sdk';
import type { Messages } from './messages/ko.js';
import type { Write } from './output/output.js';
import { printable } from './output/printable.js';
import { errorView } from './views/error-view.js';

export interface ReportOptions {
  readonly json: boolean;
  readonly messages: Messages;
  readonly writeResult: Write;
  readonly writeNote: Write;
  /** Colours a heading. */
  readonly paint: (heading: string) => string;
}

/**
 * Reports a failure and returns the exit code for the shell. For people it goes to stderr, so that stdout stays the
 * result's alone; with `--json` it is the one document on stdout, `{ "error": … }`, so that a program reads one stream.
 */
export function reportError(
  error: unknown,
  { json, messages, writeResult, writeNote, paint }: ReportOptions,
): number {
  const reported = toKtEventError(error);
  if (json) writeResult(`${JSON.stringify({ error: reported }, null, 2)}\n`);
  else {
    const [heading = '', ...rest] = printable(errorView(reported, messages)).split('\n');
    writeNote(`${[paint(heading), ...rest].join('\n')}\n`);
  }
  return reported.spec.exitCode;
}
