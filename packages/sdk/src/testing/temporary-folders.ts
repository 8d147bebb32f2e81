import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A maker of fresh folders that are gone when the test file has ended. */
export function temporaryFolders(): () => string {
  const made: string[] = [];
  afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'kt-event-test-'));
    made.push(folder);
    return folder;
  };
}
