import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKtEvent, openClient } from './client.js';
import type { KtEvent } from './kt-event.js';
import { type Brief, briefInputSchema } from './schema/brief.js';
import { parseInput } from './schema/parse.js';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.js';
import { quickMakers } from './testing/quick-makers.js';

const brief = (over: object = {}): Brief =>
  parseInput(
    briefInputSchema,
    {
      version: 1,
      name: '첫 방문 QR 이벤트',
      store: { name: '카페 온도', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
      objective: 'new_customer',
      budgetKrw: 300_000,
      period: { start: '2026-12-01', end: '2026-12-03' },
      entry: { mechanic: 'lottery', winners: 2, visitBonus: 2 },
      channels: ['instagram', 'naver_blog'],
      draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
      ...over,
    },
    'brief',
  );

const person = (no: number) => ({
  name: `손님${no}`,
  phone: `010-7700-${String(no).padStart(4, '0')}`,
  consent: true as const,
  overFourteen: true as const,
});

describe('client, in local mode', () => {
  let root: string;
  let ktEvent: KtEvent;
  let now: Date;

  const open = () =>
    createKtEvent({
      folder: join(root, 'data'),
      output: join(root, 'out'),
      now: () => now,
      ...quickMakers(),
      sleep: async () => undefined,
    });
  const approved = async (wanted = brief()) => {
    const { id } = await ktEvent.create(wanted);
    const { campaign } = await ktEvent.advance(id, { until: 'plan' });
    return ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  };
  const settle = async (wanted = brief(), people = 5) => {
    const { id, slug } = await approved(wanted);
    await ktEvent.advance(id);
    now = new Date('2026-12-02T12:00:00+09:00');
    await ktEvent.advance(id);
    for (let no = 0; no < people; no += 1) await ktEvent.participate(slug, person(no));
    now = new Date('2026-12-04T00:01:00+09:00');
    await ktEvent.advance(id);
    now = new Date('2026-12-04T12:00:00+09:00');
    await ktEvent.advance(id);
    now = new Date('2027-01-04T12:00:00+09:00'); // nobody can claim any more
    return ktEvent.advance(id);
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kt-event-client-'));
    now = new Date('2026-11-24T10:00:00+09:00');
    ktEvent = await open();
  });
  afterEach(async () => {
    await ktEvent.close();
    await rm(root, { recursive: true });
  });

  it('makes and publishes nothing before a person has approved exactly this content', async () => {
    const { id } = await ktEvent.create(brief());

    const { campaign, run } = await ktEvent.advance(id);

    expect(campaign).toMatchObject({ state: 'planned', creatives: [] });
    expect(run).toMatchObject({ state: 'waiting', waitingFor: 'approval' });
    await expect(ktEvent.approve(id, { contentHash: 'another', by: 'owner' })).rejects.toMatchObject({
      code: 'USER_007',
    });
  });

  it('prepares packages instead of publishing, and says so', async () => {
    const { id } = await approved();

    const { publications, campaign } = await ktEvent.advance(id, { until: 'distribute' });

    expect(publications.map(({ channel, state, mode }) => [channel, state, mode])).toEqual([
      ['instagram', 'prepared', 'local'],
      ['naver_blog', 'prepared', 'local'],
    ]);
    expect(existsSync(join(campaign.folder, 'outbox/instagram/README.txt'))).toBe(true);
  });

  it('carries a campaign to its end by itself, and the draw verifies', async () => {
    const status = await settle();

    expect(status.campaign.state).toBe('settled');
    expect(status.draw?.transcript?.results).toHaveLength(5);
    expect(ktEvent.verify(status.draw?.transcript)).toMatchObject({ valid: true, level: 'operator' });
    expect(status.notices.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    const proof: unknown = JSON.parse(
      await readFile(join(status.campaign.folder, 'draw/transcript.json'), 'utf8'),
    );
    expect(proof).toEqual(status.draw?.transcript);
  });

  it('settles without a draw when nobody came', async () => {
    const { campaign, draw, report } = await settle(brief(), 0);

    expect([campaign.state, draw, report?.entries.accepted]).toEqual(['settled', undefined, 0]);
  });

  it('plans the next campaign of the same store with what the last one showed', async () => {
    const before = await ktEvent.plan(brief());
    await settle();
    const after = await ktEvent.plan(brief());
    const elsewhere = await ktEvent.plan(brief({ store: { ...brief().store, name: '다른 카페' } }));

    expect(before.insights).toEqual([]);
    expect(after.insights).toHaveLength(1);
    expect(after.concepts[1]?.expectedEntries.mid).toBeLessThan(before.concepts[1]?.expectedEntries.mid ?? 0);
    expect(elsewhere.insights).toEqual([]);
  });

  it('names what can go on when its time has come', async () => {
    const { id } = await approved();
    await ktEvent.advance(id);

    const early = await ktEvent.due();
    now = new Date('2026-12-01T00:00:00+09:00');
    const due = await ktEvent.due();

    expect([early.map(({ id }) => id), due.map(({ id }) => id)]).toEqual([[], [id]]);
  });

  it('goes on in another process where the first one stopped', async () => {
    const { id } = await approved();
    await ktEvent.advance(id, { until: 'generate' });
    await ktEvent.close();

    ktEvent = await open();
    const { campaign, publications } = await ktEvent.advance(id);

    expect(campaign.state).toBe('published');
    expect(publications).toHaveLength(2);
  });

  it('refuses what a rule forbids before anything is made', async () => {
    const clinic = brief({
      store: { ...brief().store, industry: 'clinic' },
      prizes: [{ name: '피부 관리 1회', valueKrw: 10_000, quantity: 2 }],
    });
    const { id } = await ktEvent.create(clinic);

    await expect(ktEvent.advance(id)).rejects.toMatchObject({ code: 'USER_003' });
    expect((await ktEvent.status(id)).campaign.state).toBe('draft');
  });

  it('stores nothing of a brief that no plan fits', async () => {
    await expect(ktEvent.create(brief({ budgetKrw: 10 }))).rejects.toMatchObject({
      code: 'USER_001',
      issues: [{ path: ['budgetKrw'] }],
    });
    expect(await ktEvent.list()).toEqual([]);
  });

  it('does nothing more with a cancelled campaign', async () => {
    const { id, slug } = await approved();
    await ktEvent.advance(id);
    await ktEvent.cancel(id);
    now = new Date('2026-12-02T12:00:00+09:00');

    const { campaign, run } = await ktEvent.advance(id);

    expect([campaign.state, run?.state]).toEqual(['cancelled', 'cancelled']);
    await expect(ktEvent.participate(slug, person(1))).rejects.toMatchObject({ code: 'USER_005' });
  });

  it('adds the visit bonus for the code shown in the store', async () => {
    const { id, slug } = await approved();
    await ktEvent.advance(id);
    now = new Date('2026-12-02T12:00:00+09:00');
    await ktEvent.advance(id);

    const code = await ktEvent.visitCode(id);
    const visitor = await ktEvent.participate(slug, { ...person(1), visitCode: code });
    const other = await ktEvent.participate(slug, person(2));

    expect([visitor.receipt.weight, other.receipt.weight]).toEqual([3, 1]);
  });

  it('ends as a whole: none of its parts can be stopped from outside', () => {
    expect(Object.keys(ktEvent)).toContain('close');
    expect(Object.keys(ktEvent).filter((name) => name.startsWith('stop'))).toEqual([]);
  });

  it('makes nothing on disk when its settings are wrong', async () => {
    const folder = join(root, 'elsewhere');
    const environment = { KT_EVENT_MASTER_KEY: 'hunter2' };

    const opening = createKtEvent({ folder, output: root, environment });

    await expect(opening).rejects.toMatchObject({
      code: 'USER_001',
      context: { what: 'KT_EVENT_MASTER_KEY' },
    });
    expect(existsSync(folder)).toBe(false);
  });

  it('closes the store when it cannot be put together', async () => {
    let closed = false;
    const opening = openClient({ folder: join(root, 'other'), output: root }, async (options) => {
      const store = await openSqliteStore(options);
      const close = async () => {
        closed = true;
        await store.close();
      };
      return Object.defineProperty({ ...store, close }, 'campaigns', {
        get() {
          throw new Error('half open');
        },
      });
    });

    await expect(opening).rejects.toThrow('half open');
    expect(closed).toBe(true);
  });

  it('refuses a draw by witnesses whom nobody has named before anything is stored', async () => {
    const witnessed = brief({ draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'witness' } });

    await expect(ktEvent.create(witnessed)).rejects.toMatchObject({ code: 'AUTH_001' });
    expect(await ktEvent.list()).toEqual([]);
  });
});
