import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agree } from './testing/agree.js';
import {
  type CampaignWorld,
  type Life,
  type LifeOptions,
  openCampaignWorld,
} from './testing/campaign-world.js';
import { aLocalBrief } from './testing/small-brief.js';

describe.each([
  ['manual', undefined],
  ['auto', 'auto'],
] as const)('people who have to be told of their consents, with %s', (_name, consentNotices) => {
  let world: CampaignWorld;
  let id: string;
  let life: Life;

  beforeAll(async () => {
    world = await openCampaignWorld();
    id = await world.make(aLocalBrief(consentNotices && { consentNotices }));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rewind();
    await begin();
  });
  afterEach(() => life.end());

  async function begin(options?: LifeOptions): Promise<void> {
    life = await world.live(options);
    await life.play(id, ({ campaign }) => campaign.state === 'open');
    for (const no of [1, 2]) await agree(life.ktEvent, id, no);
  }
  const at = (time: string) => world.advanceTo(new Date(`${time}:00:00+09:00`));
  const posts = () =>
    world.sandbox
      .requests('solapi')
      .filter(({ method, body }) => method === 'POST' && String(body).includes('소식 받기'));
  /** A look of the scheduler, every hour of these days. */
  async function lookAt(times: readonly string[]): Promise<number[]> {
    const left: number[] = [];
    for (const time of times) {
      at(time);
      for (const due of await life.ktEvent.due()) await life.step(due.id);
      const { due, failures } = await life.ktEvent.tellDueConsents();
      expect(failures).toEqual([]);
      left.push(due.reduce((sum, { people }) => sum + people, 0));
    }
    return left;
  }

  it('are nobody’s business until a week before their term', async () => {
    expect(await lookAt(['2026-12-07T10'])).toEqual([0]);
    expect(posts()).toEqual([]);
    at('2026-12-08T10');
    expect(await life.ktEvent.consentsDue()).toEqual([
      { campaignId: id, campaignName: '첫 방문 QR 이벤트', notice: 'result', people: 2, dueOn: '2026-12-15' },
    ]);
  });

  if (consentNotices === undefined) {
    it('are left to their owner, who is told how many, and written to by nobody', async () => {
      expect(await lookAt(['2026-12-08T10', '2026-12-20T10'])).toEqual([2, 2]);
      expect(posts()).toEqual([]);
    });

    it('are told when their owner says so: nothing is sent, then or later', async () => {
      at('2026-12-08T10');
      const status = await life.ktEvent.markConsentsTold(id);
      await life.ktEvent.markConsentsTold(id);
      await life.ktEvent.tellConsents(id);

      expect(status).toMatchObject({ consents: 2, told: 2, untold: [], pending: 0 });
      expect(await life.ktEvent.consentsDue()).toEqual([]);
      expect(posts()).toEqual([]);
    });

    it('are told of what they take back by hand as well, and whoever agrees later is not told with them', async () => {
      await life.ktEvent.markConsentsTold(id);
      await life.ktEvent.withdrawConsents('010-8800-0001');
      const before = await life.ktEvent.consents(id);
      const after = await life.ktEvent.markConsentsTold(id);
      await agree(life.ktEvent, id, 3);

      expect([before.untoldWithdrawn.length, after.untoldWithdrawn.length]).toEqual([1, 0]);
      expect((await life.ktEvent.consents(id)).untold).toHaveLength(1);
    });
    return;
  }

  it('are told by themselves, once, all in one batch, and nothing is left to do', async () => {
    expect(await lookAt(['2026-12-08T10', '2026-12-08T11', '2026-12-14T10'])).toEqual([0, 0, 0]);
    expect(posts()).toHaveLength(1);
    expect(await life.ktEvent.consents(id)).toMatchObject({ told: 2, untold: [] });
  });

  it('would be told again by a store that forgets whom a run was for', async () => {
    await life.end();
    await world.rewind();
    await begin({
      spoil: ({ journal, ...store }) => ({
        ...store,
        journal: {
          ...journal,
          effects: async (filter) => (/^consents/.test(filter?.runId ?? '') ? [] : journal.effects(filter)),
          step: async (runId, key) => (key === 'whom' ? undefined : journal.step(runId, key)),
        },
      }),
    });
    await lookAt(['2026-12-08T10', '2026-12-08T11']);

    expect(posts().length).toBeGreaterThan(1);
  });

  it('are left in peace at night', async () => {
    await lookAt(['2026-12-08T00', '2026-12-08T03', '2026-12-08T07']);
    expect(posts()).toEqual([]);
    await lookAt(['2026-12-08T08']);
    expect(posts()).toHaveLength(1);
  });

  it('whom the messenger refused are not tried again by themselves, and left to their owner', async () => {
    const match = { method: 'POST', path: '/messages' } as const;
    world.sandbox.addFault({ provider: 'solapi', match, fault: { kind: 'status', code: 400 }, times: 99 });
    const left = await lookAt(['2026-12-08T10', '2026-12-08T11', '2026-12-08T12', '2026-12-12T10']);

    expect(left.at(-1)).toBe(2);
    expect(posts()).toHaveLength(1);
  });

  it('are told what became of taking it back as well', async () => {
    await lookAt(['2026-12-08T10']);
    await life.ktEvent.withdrawConsents('010-8800-0001');
    await lookAt(['2026-12-15T10', '2026-12-16T10']);

    expect(posts().map(({ body }) => /동의( 철회)? 처리 결과/.exec(String(body))?.[0])).toEqual([
      '동의 처리 결과',
      '동의 철회 처리 결과',
    ]);
  });

  it('are left to their owner where there is no messenger', async () => {
    await life.end();
    await world.rewind();
    const variables = Object.entries(world.sandbox.environment());
    const environment = Object.fromEntries(
      variables.filter(([name]) => !/^(SOLAPI|NHN)|MESSENGER/.test(name)),
    );
    await begin({ environment });

    expect(await lookAt(['2026-12-08T10', '2026-12-09T10'])).toEqual([2, 2]);
    expect(posts()).toEqual([]);
  });
});
