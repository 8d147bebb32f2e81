import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a `PATH`, with a program in it. */
export interface ProgramStandIn {
  readonly folder: string;
  remove(): Promise<void>;
}

/** A program of that name that does as a line of shell says. */
export async function openProgramStandIn(name: string, line: string): Promise<ProgramStandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-program-'));
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${line}\n`);
  await chmod(path, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
