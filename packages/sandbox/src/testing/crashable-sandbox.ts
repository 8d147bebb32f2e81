import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageDirectory = fileURLToPath(new URL('../..', import.meta.url));
const compiler = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));

const childSource = `
import { openSandbox } from './out/index.js';
const [journalPath, now] = process.argv.slice(2);
const sandbox = await openSandbox({ journalPath, now: () => new Date(now) });
process.stdout.write(JSON.stringify({ url: sandbox.url, publications: sandbox.publications(), drandInfo: sandbox.drandInfo }) + '\\n');
`;

/** The sources compiled to plain JavaScript in a directory of their own, since Node 20 runs no TypeScript. */
export interface CompiledSandbox {
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

export function compileSandbox(): CompiledSandbox {
  const directory = mkdtempSync(join(tmpdir(), 'kt-sandbox-crash-'));
  const out = join(directory, 'out');
  const off = ['--composite', '--incremental', '--declaration', '--declarationMap'].flatMap((flag) => [
    flag,
    'false',
  ]);
  const flags = ['--outDir', out, '--noCheck', ...off];
  const { status } = spawnSync(process.execPath, [compiler, '-p', packageDirectory, ...flags]);
  if (status !== 0) {
    throw new Error(`the sandbox did not compile: ${status}`);
  }
  symlinkSync(join(packageDirectory, 'node_modules'), join(directory, 'node_modules'));
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
