import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Node 20 runs no TypeScript, and this file may be the source. */
const compiled = new URL('../../dist/index.js', import.meta.url);

const childSource = `
import { openSandbox } from '${compiled}';
const [journalPath, now] = process.argv.slice(2);
const sandbox = await openSandbox({ journalPath, now: () => new Date(now) });
process.stdout.write(JSON.stringify({ url: sandbox.url, publications: sandbox.publications(), drandInfo: sandbox.drandInfo }) + '\\n');
`;

/** For processes of their own, whose journal is in a directory of its own. */
export interface SandboxToCrash {
  readonly journalPath: string;
  start(now: string): Promise<CrashableSandbox>;
  remove(): void;
}

export interface CrashableSandbox {
  readonly url: string;
  /** As they were right after the journal was replayed. */
  readonly publications: readonly { readonly externalId: string }[];
  readonly drandInfo: { readonly hash: string };
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
}

async function readReady(child: ChildProcess): Promise<Omit<CrashableSandbox, 'kill'>> {
  if (!child.stdout) {
    throw new Error('the child has no stdout');
  }
  const [line] = await once(child.stdout, 'data');
  return JSON.parse(String(line));
}

export function createCrashableSandbox(): SandboxToCrash {
  const directory = mkdtempSync(join(tmpdir(), 'kt-sandbox-crash-'));
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  writeFileSync(join(directory, 'child.js'), childSource);
  const journalPath = join(directory, 'sandbox.jsonl');

  return {
    journalPath,
    async start(now) {
      const child = spawn(process.execPath, [join(directory, 'child.js'), journalPath, now], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ready = await readReady(child);
      return {
        ...ready,
        async kill() {
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        },
      };
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}
