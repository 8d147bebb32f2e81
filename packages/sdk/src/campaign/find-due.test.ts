import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunChange } from '../runs/journal.js';
import type { Campaign } from '../schema/campaign.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { aCampaign, anEffectIntent } from '../testing/fixtures.js';
import { contentHash } from './content-hash.js';
import { findDue } from './find-due.js';

const now = new Date('2026-12-05T03:00:00Z');
const past = '2026-12-05T02:59:59Z';
const future = '2026-12-05T03:00:01Z';
const approval = { contentHash: contentHash(aCampaign()), by: 'owner', at: '2026-11-20T00:00:00Z' };
const planned = { state: 'planned', approval } as const;

const cases: readonly (readonly [what: string, due: boolean, run: RunChange, campaign: Partial<Campaign>])[] =
  [
    ['nobody ever carried on', false, { state: 'queued' }, { state: 'draft' }],
    ['was interrupted after its approval', true, { state: 'queued' }, planned],
    ['was being carried on when its process died', true, { state: 'running' }, {}],
    ['waits for a time to come', false, { state: 'waiting', waitingFor: 'opens', wakeAt: future }, planned],
    ['waits for a time that has come', true, { state: 'waiting', waitingFor: 'closes', wakeAt: past }, {}],
    ['failed a moment ago', false, { state: 'waiting', waitingFor: 'retry', wakeAt: future }, {}],
    ['failed and has rested', true, { state: 'waiting', waitingFor: 'retry', wakeAt: past }, {}],
    ['failed for good', false, { state: 'failed' }, {}],
    ['waits for its approval', false, { state: 'waiting', waitingFor: 'approval' }, { state: 'planned' }],
    ['has its approval', true, { state: 'waiting', waitingFor: 'approval' }, planned],
    [
      'has an approval of something else',
      false,
      { state: 'waiting', waitingFor: 'approval' },
      { state: 'planned', approval: { ...approval, contentHash: 'other' } },
    ],
    [
      'was told to stop after its creatives',
      false,
      { state: 'waiting', waitingFor: 'command' },
      { state: 'approved' },
    ],
    [
      'was told to stop after its publication',
      true,
      { state: 'waiting', waitingFor: 'command' },
      { state: 'published' },
    ],
    [
      'was told to stop after its draw',
      true,
      { state: 'waiting', waitingFor: 'command' },
      { state: 'drawn' },
    ],
    ['has an effect that will be looked up later', false, { state: 'parked', wakeAt: future }, {}],
    ['has an effect to look up', true, { state: 'parked', wakeAt: past }, {}],
    ['has been decided about', true, { state: 'parked' }, {}],
    [
      'was cancelled while it was being carried on',
      true,
      { state: 'waiting', waitingFor: 'approval' },
      { state: 'cancelled' },
    ],
    ['ended', false, { state: 'ended' }, { state: 'settled' }],
    ['died on its last write', true, { state: 'running' }, { state: 'settled' }],
  ];

describe('campaigns that are due', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kt-event-due-'));
    store = await openSqliteStore({ path: join(folder, 'due.db'), now: () => now });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function add(campaign: Campaign, change: RunChange): Promise<string> {
    await store.campaigns.add(campaign);
    const { id: subject } = campaign;
    const run = { definition: 'campaign', version: 1, input: null, subject, priority: 0 };
    const { id } = await store.journal.create({ id: `run-${subject}`, ...run });
    await store.journal.changeIdle(id, change);
    return id;
  }

  it.each(cases)('one that %s: %s', async (_what, due, change, over) => {
    const campaign = aCampaign(over);
    await add(campaign, change);

    const found = await findDue(store, now);

    expect(found.map(({ id }) => id)).toEqual(due ? [campaign.id] : []);
  });

  it.each(['parked', 'in_doubt'] as const)(
    'not while a person must decide about a %s effect',
    async (state) => {
      const runId = await add(aCampaign(), { state: 'queued' });
      const { fence } = await store.journal.take(runId);
      await store.journal.intend({ runId, fence }, anEffectIntent({ key: 'publish' }));
      await store.journal.settle({ runId, fence }, { key: 'publish', state });
      await store.journal.change({ runId, fence }, { state: 'parked', waitingFor: `${runId}/publish` });
      await store.journal.release(runId);

      const before = await findDue(store, now);
      await store.journal.resolve(`${runId}/publish`, true);
      const after = await findDue(store, now);

      expect([before.length, after.length]).toEqual([0, 1]);
    },
  );

  it('leaves runs of other things alone', async () => {
    const run = { definition: 'other', version: 1, input: null, subject: 'other', priority: 0 };
    await store.journal.create({ id: 'other', ...run });
    await store.journal.changeIdle('other', { state: 'running' });

    expect(await findDue(store, now)).toEqual([]);
  });
});
