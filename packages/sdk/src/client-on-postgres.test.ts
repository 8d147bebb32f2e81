import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createKtEvent, openClient } from './client.js';
import { composeStore, type StoreSettings } from './compose-store.js';
import type { Store } from './store/store.js';
import { describeOnPostgres } from './testing/describe-on-postgres.js';
import { createDyingStore, Killed } from './testing/dying-store.js';
import { anEntryInput } from './testing/fixtures.js';
import { quickMakers } from './testing/quick-makers.js';
import { aSmallBrief } from './testing/small-brief.js';
import { temporaryFolders } from './testing/temporary-folders.js';

const newFolder = temporaryFolders();
const brief = aSmallBrief({
  channels: ['instagram', 'naver_blog'],
  draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
});
const key = Buffer.alloc(32, 7).toString('base64');
const person = (no: number) => anEntryInput({ phone: `010-7700-${String(no).padStart(4, '0')}` });

describeOnPostgres('a campaign of two machines', ({ newSchema }) => {
  it('goes from its plan to its draw, whoever carries it on, and goes on when one of them dies', async () => {
    const root = newFolder();
    let now = new Date('2026-11-24T10:00:00+09:00');
    const environment = { DATABASE_URL: await newSchema(), KT_EVENT_MASTER_KEY: key };
    const machine = (name: string) => ({
      folder: join(root, name),
      output: join(root, 'shared'),
      environment,
      now: () => now,
      ...quickMakers(),
      sleep: async () => undefined,
    });
    const one = await createKtEvent(machine('one'));
    const two = await createKtEvent(machine('two'));

    const { id, slug } = await one.create(brief);
    const { campaign } = await two.advance(id, { until: 'plan' });
    await one.approve(id, { contentHash: one.contentHash(campaign), by: 'owner' });
    await two.advance(id);
    now = new Date('2026-12-02T12:00:00+09:00');
    await one.advance(id);
    for (const no of [1, 2, 3]) await one.participate(slug, person(no));
    for (const no of [4, 5]) await two.participate(slug, person(no));
    await expect(two.participate(slug, person(1))).rejects.toMatchObject({ code: 'USER_004' });

    now = new Date('2026-12-04T00:01:00+09:00');
    await one.advance(id);
    now = new Date('2026-12-04T12:00:00+09:00');
    let raw: Store | undefined;
    const dying = await openClient(machine('three'), async (settings: StoreSettings) => {
      raw = await composeStore(settings);
      return createDyingStore(raw, { write: 4, when: 'after' }).store;
    });
    await expect(dying.advance(id)).rejects.toThrow(Killed);
    await expect(two.advance(id)).rejects.toMatchObject({ code: 'STORE_004' });
    await raw?.close(); // its connections end with it
    const { campaign: drawn, draw, entries } = await two.advance(id);

    expect(drawn.state).toBe('drawn'); // the winners have yet to come for their prizes
    expect(entries).toMatchObject({ accepted: 5, duplicates: 1 });
    expect(one.verify(draw?.transcript)).toMatchObject({ valid: true });
    expect((await one.draw(id))?.transcript).toEqual(draw?.transcript);
    await one.close();
    await two.close();
  });
});

it.each(['mysql://name:hunter2@server/shop', 'postgres://name:hunter2@server:x', 'hunter2'])(
  'refuses another address without repeating it',
  async (DATABASE_URL) => {
    const root = newFolder();
    const opening = createKtEvent({
      folder: join(root, 'data'),
      output: root,
      environment: { DATABASE_URL },
    });

    const error: unknown = await opening.catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'USER_001', context: { what: 'DATABASE_URL' } });
    expect(JSON.stringify(error)).not.toContain('hunter2');
  },
);
