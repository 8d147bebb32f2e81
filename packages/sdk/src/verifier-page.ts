import { readFile } from 'node:fs/promises';
import { browserFiles } from '@kt-event/verifier';

/** The page that checks a draw offline. A checkout that was never set up has none, and a draw does not fail for that. */
export async function readVerifierPage(): Promise<Uint8Array | undefined> {
  try {
    return await readFile(browserFiles.page);
  } catch {
    return undefined;
  }
}
