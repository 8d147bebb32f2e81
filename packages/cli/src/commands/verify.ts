import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError, verifyTranscript } from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
import { verificationView } from '../views/verification-view.js';

/** Needs no store: anybody may check a draw. A transcript that does not verify is a result, with exit code 2. */
export async function verify({ cwd, exitWith, output }: CommandContext, file: string): Promise<void> {
  const verification = verifyTranscript(await readJson(resolve(cwd, file)));
  output.result(verification, verificationView);
  if (!verification.valid) exitWith(2);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'JSON';
    throw new UserError('USER_016', { path, reason }, { cause });
  }
}
