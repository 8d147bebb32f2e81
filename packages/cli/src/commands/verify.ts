import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError, verifyEntryLog, verifyRfc3797, verifyTranscript } from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
import { rfc3797View } from '../views/draw-preview-view.js';
import { verificationView } from '../views/verification-view.js';

export interface VerifyFlags {
  readonly heads?: string;
  readonly method?: 'kt-event-draw/1' | 'rfc3797';
}

/** Needs no store: anybody may check a draw. A transcript that does not verify is a result, with exit code 2. */
export async function verify(
  { cwd, exitWith, output }: CommandContext,
  file: string,
  { heads, method }: VerifyFlags = {},
): Promise<void> {
  const value = await readJson(resolve(cwd, file));
  if (method === 'rfc3797') {
    const selection = verifyRfc3797(value);
    output.result(selection, rfc3797View);
    if (!selection.valid) exitWith(2);
    return;
  }
  const verification = verifyTranscript(value);
  const entryLog =
    heads === undefined ? undefined : verifyEntryLog(value, await readJson(resolve(cwd, heads)));
  output.result({ ...verification, ...(entryLog !== undefined && { entryLog }) }, verificationView);
  if (!verification.valid || entryLog === false) exitWith(2);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'JSON';
    throw new UserError('USER_016', { path, reason }, { cause });
  }
}
