import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSandbox } from '@kt-event/sandbox';
import { describe, expect, it } from 'vitest';
import { createGotHttp } from '../http/got-http.js';
import type { Http } from '../http/http.js';
import type { Store } from '../store/store.js';
import { createCanaryScanner, scanFolder } from '../testing/canaries.js';
import { deadEnvironments, failuresOf } from '../testing/canary-adapters.js';
import { breakProviders, canaryFaults } from '../testing/canary-faults.js';
import { guestPhone, inEveryForm } from '../testing/canary-play.js';
import {
  type CanaryWorldOptions,
  knownCanaries,
  noChannel,
  openCanaryWorld,
  repeatedPhone,
} from '../testing/canary-world.js';

/** Plays a campaign whose providers fail as told, and names every secret that was left in a file or said. */
async function leaksOf(options: CanaryWorldOptions, faults: readonly string[] = []): Promise<string[]> {
  const world = await openCanaryWorld(options);
  try {
    for (const fault of faults) breakProviders(world.sandbox, fault, repeatedPhone, 2);
    const end = await world.play().catch((error: Error) => error.message);
    world.backUp();
    const scan = createCanaryScanner(world.canaries());
    // the database is still open: its log holds what a killed process leaves behind
    const found = [...scanFolder(world.folder, scan), ...scan(world.said()).map((name) => `said: ${name}`)];
    return [...found, ...(end === 'settled' ? [] : [`the campaign: ${end}`])];
  } finally {
    await world.close();
  }
}

const ways = [
  { host: 'local', dealer: 'solapi' },
  { host: 's3', dealer: 'nhn' },
] as const;

describe('a campaign from its brief to its end', () => {
  it.each(ways)('leaves no secret behind with $host and $dealer', async (options) => {
    expect(await leaksOf(options)).toEqual([]);
  });

  // whatever fails for good is tried again, so that every provider fails in every way
  it.each([0, 3, 6])(
    'leaves no secret behind when providers fail in three ways, from way %i on',
    async (first) => {
      const faults = Object.keys(canaryFaults).slice(first, first + 3);

      expect(faults).toHaveLength(3);
      expect(await leaksOf(ways[first % 2] ?? {}, faults)).toEqual([]);
    },
  );
});

describe('a failure of an adapter', () => {
  it('carries no secret, whatever the provider repeats', async () => {
    const sandbox = await openSandbox({ now: () => new Date('2026-12-01T12:00:00+09:00') });
    const scan = createCanaryScanner(knownCanaries(sandbox));
    const environment = sandbox.environment();
    const found: string[] = [];
    let failed = 0;
    for (const fault of Object.keys(canaryFaults)) {
      breakProviders(sandbox, fault, repeatedPhone, 1_000);
      for (const each of [environment, { ...environment, ...noChannel }]) {
        const failures = await failuresOf(each, 'http://127.0.0.1:1/square.jpg');
        failed += failures.length;
        found.push(
          ...failures.flatMap((error) => scan(inEveryForm(error)).map((name) => `${fault}: ${name}`)),
        );
      }
      sandbox.clearFaults();
    }
    await sandbox.close();

    expect(failed).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  it('carries no secret when nobody answers', async () => {
    const sandbox = await openSandbox({ now: () => new Date('2026-12-01T12:00:00+09:00') });
    const scan = createCanaryScanner(knownCanaries(sandbox));
    const failures = await Promise.all(
      deadEnvironments(sandbox).map((environment) =>
        failuresOf(environment, 'http://127.0.0.1:1/square.jpg'),
      ),
    );
    await sandbox.close();

    expect(failures.map((each) => each.length > 10)).toEqual([true, true, true]);
    expect(failures.flat().flatMap((error) => scan(inEveryForm(error)))).toEqual([]);
  });
});

describe('these tests', () => {
  it('would notice a store that keeps a phone in clear', async () => {
    const found = await leaksOf({ spoil: keepPhone, channels: ['instagram'] });

    expect(found).toContain('data/kt-event.db-wal: phone 2, national (plain)');
    expect(found).toContain('backup.db: phone 2, national (plain)');
  });

  it('would notice an adapter that puts its token into an error', async () => {
    const found = await leaksOf({ network: () => boast, channels: ['wooridongne_tv'] });

    expect(found).toContain('said: KT_API_TOKEN (plain)');
    expect(found).toContain('data/kt-event.db-wal: KT_API_TOKEN (plain)');
  });

  it.each(ways)('would notice a log of addresses with $host', async (options) => {
    const found = await leaksOf({ ...options, network: writeAddresses, channels: ['instagram'] });

    expect(found).toContainEqual(expect.stringMatching(/^http\.log: signature \d+ \(plain\)$/));
  });
});

function keepPhone(store: Store): Store {
  const recordStep: Store['journal']['recordStep'] = async (hold, key, result) => {
    await store.keys.replace('debug', guestPhone);
    return store.journal.recordStep(hold, key, result);
  };
  return { ...store, journal: { ...store.journal, recordStep } };
}

const network = createGotHttp();

const boast: Http = async (request, signal) => {
  if (request.provider !== 'kt') return network(request, signal);
  throw new Error(`${request.method} failed with ${JSON.stringify(request.headers)}`);
};

function writeAddresses(folder: string): Http {
  return (request, signal) => {
    const text = JSON.stringify([request.url, request.query, request.json, request.form]);
    appendFileSync(join(folder, 'http.log'), `${text}\n`);
    return network(request, signal);
  };
}
