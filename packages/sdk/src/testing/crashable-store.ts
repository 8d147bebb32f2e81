import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Node 20 runs no TypeScript, and this file may be the source. */
const compiled = new URL('../../dist/', import.meta.url);

/** Takes the run, then writes a step and an entry at a time, and says so only when the store has. */
const childSource = `
import { writeSync } from 'node:fs';
import { open } from './open.js';
const [place, runId, campaignId, from] = process.argv.slice(2);
const store = await open(place);
const { fence } = await store.journal.take(runId);
writeSync(1, 'held ' + fence + '\\n');
for (let no = Number(from); ; no += 1) {
  await store.journal.recordStep({ runId, fence }, 'step-' + no, no);
  writeSync(1, 'step ' + no + '\\n');
  const hex = no.toString(16);
  const [outcome] = await store.entries.add([{
    id: hex.padStart(32, '0'), campaignId, weight: 1, visited: false, marketingConsent: false,
    ownerTag: hex.padStart(64, '0'), receivedAt: new Date().toISOString(), blindIndex: hex.padStart(64, '0'),
    sealedName: 'n', sealedPhone: 'p', sealedSalt: 's', keyVersion: 1, requestHash: hex.padStart(64, '0'),
  }]);
  writeSync(1, outcome.kind + ' ' + no + '\\n');
}
`;

const engines = {
  sqlite: {
    file: 'store/sqlite/open-sqlite-store.js',
    open: 'openSqliteStore({ path: place, now: () => new Date() })',
  },
  postgres: {
    file: 'store/postgres/open-postgres-store.js',
    open: 'openPostgresStore({ url: place, now: () => new Date() })',
  },
};

/** A process that writes to a store until it is killed. */
interface StoreWriter {
  /** Kills it with SIGKILL once it has said this many lines. @returns everything it had been told was written. */
  killAfter(lines: number): Promise<string[]>;
}

export interface CrashableStore {
  /** For a store that is a file. */
  readonly path: string;
  start(run: {
    readonly runId: string;
    readonly campaignId: string;
    readonly from: number;
    /** Address of a database. @defaultValue `path` */
    readonly url?: string;
  }): StoreWriter;
  remove(): void;
}

/** A store for processes of their own, and a folder for what they leave behind. */
export function createCrashableStore(engine: keyof typeof engines = 'sqlite'): CrashableStore {
  const { file, open } = engines[engine];
  const folder = mkdtempSync(join(tmpdir(), 'kt-event-crash-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'child.js'), childSource);
  const opening = `import * as store from '${new URL(file, compiled)}'; export const open = (place) => store.${open};`;
  writeFileSync(join(folder, 'open.js'), opening);
  const path = join(folder, 'data', 'kt-event.db');

  return {
    path,
    start({ runId, campaignId, from, url = path }) {
      const options = [url, runId, campaignId, String(from)];
      const child = spawn(process.execPath, [join(folder, 'child.js'), ...options], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return { killAfter: (lines) => killAfter(child, lines) };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function killAfter(child: ChildProcess, lines: number): Promise<string[]> {
  if (!child.stdout) throw new Error('the child has no stdout');
  const said: string[] = [];
  const gone = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  await gone;
  return said;
}
