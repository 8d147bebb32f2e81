import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  UserError,
  verifyAuditFile,
  verifyEntryLog,
  verifyRfc3797,
  verifyTranscript,
  verifyVoid,
} from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
import { rfc3797View } from '../views/draw-preview-view.js';
import { verificationView } from '../views/verification-view.js';

export interface VerifyFlags {
  readonly heads?: string;
  readonly audit?: string;
  readonly void?: string;
  readonly method?: 'kt-event-draw/1' | 'rfc3797';
}

/**
 * Needs no store: anybody may check a draw. A transcript that does not verify, or whose draw is void, is a result, with
 * exit code 2.
 */
export async function verify(
  { cwd, exitWith, output }: CommandContext,
  file: string,
  { heads, audit, void: voided, method }: VerifyFlags = {},
): Promise<void> {
  const read = (path: string) => readJson(resolve(cwd, path));
  const value = await read(file);
  if (method === 'rfc3797') {
    const selection = verifyRfc3797(value);
    output.result(selection, rfc3797View);
    if (!selection.valid) exitWith(2);
    return;
  }
  const verification = verifyTranscript(value);
  const beside = {
    ...(heads !== undefined && { entryLog: verifyEntryLog(value, await read(heads)) }),
    ...(audit !== undefined && { auditChain: verifyAuditFile(value, await read(audit)) }),
    ...(voided !== undefined && { void: verifyVoid(value, await read(voided)) }),
  };
  output.result({ ...verification, ...beside }, verificationView);
  const refused = beside.entryLog === false || beside.auditChain === false || beside.void !== undefined;
  if (!verification.valid || refused) exitWith(2);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'JSON';
    throw new UserError('USER_016', { path, reason }, { cause });
  }
}
