import { UserError } from '@kt-event/sdk';
import { CommanderError } from 'commander';
import { toUsageError } from './usage-error.js';

/** After Ctrl-C whatever failed, failed because of it. */
export function toReportable(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new UserError('USER_011', {}, { cause: error });
  return error instanceof CommanderError ? toUsageError(error) : error;
}
