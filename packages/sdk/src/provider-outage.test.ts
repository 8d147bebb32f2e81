import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openClient } from './client.js';
import type { ProgressEvent } from './progress-event.js';
import type { ProviderHealth } from './schema/provider-health.js';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.js';
import { quickMakers } from './testing/quick-makers.js';
import { aLocalBrief } from './testing/small-brief.js';
import { temporaryFolders } from './testing/temporary-folders.js';

/** Three channels of one provider: their calls count together. */
const brief = aLocalBrief({ channels: ['wooridongne_tv', 'ringo_biz', 'genie_tv'] });

/** Nobody listens at port 1. */
const environment = { KT_BASE_URL: 'http://127.0.0.1:1', KT_API_TOKEN: 'token' };

/** What other processes are told: a client that writes, and one that comes later. */
interface Outage {
  readonly events: readonly ProgressEvent[];
  readonly here: readonly ProviderHealth[];
  readonly meanwhile: readonly ProviderHealth[];
  readonly afterwards: readonly ProviderHealth[];
}

async function outage(folder: string, openStore = openSqliteStore): Promise<Outage> {
  const open = () =>
    openClient(
      {
        folder: join(folder, 'data'),
        output: join(folder, 'out'),
        environment,
        now: () => new Date('2026-11-24T10:00:00+09:00'),
        ...quickMakers(),
        sleep: async () => undefined,
      },
      openStore,
    );
  const events: ProgressEvent[] = [];
  const [ktEvent, other] = [await open(), await open()];
  ktEvent.on((event) => events.push(event));
  const { id } = await ktEvent.create(brief);
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  await ktEvent.advance(id);

  const [here, meanwhile] = [await ktEvent.providers(), await other.providers()];
  await ktEvent.close();
  const afterwards = await other.providers();
  await other.close();
  return { events, here, meanwhile, afterwards };
}

const paused = { provider: 'kt', state: 'open', cause: { code: 'PROVIDER_005' } };

function expectKnown({ meanwhile, afterwards }: Outage): void {
  expect(meanwhile).toMatchObject([{ ...paused, countedHere: false }]);
  expect(afterwards).toMatchObject([{ ...paused, countedHere: false, counts: { calls: 3, failed: 3 } }]);
}

describe('a provider that cannot be reached', () => {
  const newFolder = temporaryFolders();

  it('is paused, which listeners hear and its client knows', async () => {
    const { events, here } = await outage(newFolder());

    const told = events.filter(({ type }) => type.startsWith('provider:'));
    expect(told).toEqual([{ type: 'provider:open', provider: 'kt', cause: 'PROVIDER_005' }]);
    const counts = { calls: 3, answered: 0, failed: 3, retries: 9, shortCircuited: 0 };
    expect(here).toMatchObject([{ ...paused, counts, countedHere: true }]);
  });

  it('is known to other processes at once, and its figures when the client has closed', async () => {
    expectKnown(await outage(newFolder()));
  });

  it('would be missed there by a client that keeps it to itself', async () => {
    const forgetful: typeof openSqliteStore = async (options) => {
      const store = await openSqliteStore(options);
      return { ...store, health: { ...store.health, save: async () => undefined } };
    };
    const missed = await outage(newFolder(), forgetful);

    expect(() => expectKnown(missed)).toThrow();
  });
});
