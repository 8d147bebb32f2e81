import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agree, phoneOf } from './testing/agree.js';
import {
  type CampaignWorld,
  type Life,
  type LifeOptions,
  openCampaignWorld,
} from './testing/campaign-world.js';
import { aLocalBrief } from './testing/small-brief.js';

const brief = aLocalBrief();

describe('a consent to hear of the store that is taken back', () => {
  let world: CampaignWorld;
  let id: string;
  let life: Life;

  beforeAll(async () => {
    world = await openCampaignWorld();
    id = await world.make(brief);
  }, 60_000);
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rewind();
    life = await world.live();
    await life.play(id, ({ campaign }) => campaign.state === 'open');
  });
  afterEach(() => life.end());

  const at = (day: string) => world.advanceTo(new Date(`${day}:00:00+09:00`));
  async function anotherLife(options?: LifeOptions): Promise<void> {
    await life.end();
    life = await world.live(options);
  }
  /** The bodies of what was sent to people's phones about consents. */
  const sent = () =>
    world.sandbox
      .requests('solapi')
      .filter(({ method, body }) => method === 'POST' && String(body).includes('소식 받기'))
      .map(({ body }) => String(body));

  it('is due to be told within two weeks of that day, once, with both days and no word that promotes', async () => {
    await agree(life.ktEvent, id, 1);
    at('2026-12-02T10');
    await life.ktEvent.tellConsents(id);
    at('2026-12-03T10');
    const [taken, ...more] = await life.ktEvent.withdrawConsents(phoneOf(1));
    const due = await life.ktEvent.consents(id);
    const after = await life.ktEvent.tellConsents(id);
    await life.ktEvent.tellConsents(id);
    await life.step(id);

    expect([taken, more]).toMatchObject([{ campaignId: id, store: '카페 온도', repeated: false }, []]);
    expect(due).toMatchObject({ consents: 0, told: 0, withdrawn: 1, untold: [], toConfirm: [] });
    expect(due.untoldWithdrawn).toMatchObject([
      { consentedOn: '2026-12-01', withdrawnOn: '2026-12-03', dueOn: '2026-12-17' },
    ]);
    expect(after).toMatchObject({ withdrawn: 1, untoldWithdrawn: [], pending: 0 });
    expect(sent()).toHaveLength(2);
    expect(sent()[1]).toMatch(
      /보내는 곳: 카페 온도.*동의하신 날: 2026-12-01.*철회하신 날: 2026-12-03.*처리 결과: 동의를 거두었습니다/,
    );
    expect(sent()[1]).not.toMatch(/\(광고\)|할인|특가/);
  });

  it('stands from the first time on, and is named in what its owner is shown', async () => {
    await agree(life.ktEvent, id, 1);
    at('2026-12-02T10');
    const [first] = await life.ktEvent.withdrawConsents(phoneOf(1));
    at('2026-12-02T12');
    const [again] = await life.ktEvent.withdrawConsents(`+82 ${phoneOf(1).slice(1)}`);
    const [record] = await life.ktEvent.exportPerson(phoneOf(1));

    expect(again).toEqual({ ...first, repeated: true });
    expect(record?.entry).toMatchObject({ marketingConsent: true, marketingWithdrawnAt: first?.withdrawnAt });
    expect(await life.ktEvent.withdrawConsents(phoneOf(9))).toEqual([]);
    await expect(life.ktEvent.withdrawConsents('02-123-4567')).rejects.toMatchObject({ code: 'USER_001' });
  });

  it('overnight is not answered in the morning as if it stood', async () => {
    const receipt = await agree(life.ktEvent, id, 1);
    await agree(life.ktEvent, id, 2);
    at('2026-12-01T22');
    await life.ktEvent.tellConsents(id);
    await life.ktEvent.withdrawOwnConsent(receipt);
    at('2026-12-02T08');
    await life.step(id);
    const status = await life.ktEvent.tellConsents(id);

    expect(status).toMatchObject({ consents: 1, told: 1, withdrawn: 1, untold: [], untoldWithdrawn: [] });
    const count = (words: string) => sent().join().split(words).length - 1;
    expect([count('등록했습니다'), count('철회 처리 결과')]).toEqual([1, 1]);
  });

  it('is of one store when its receipt or one of its campaigns says so, and of every store otherwise', async () => {
    const receipt = await agree(life.ktEvent, id, 1);
    await life.ktEvent.withdrawConsents(phoneOf(1), { campaignId: id });
    const own = await life.ktEvent.ownConsent(receipt);

    expect(own?.withdrawnAt).toBeDefined();
    const { businessNumber: _, ...store } = brief.store;
    const elsewhere = { ...brief, store: { ...store, name: '다른 매장' } };
    const other = await life.ktEvent.create(elsewhere);
    await agree(life.ktEvent, id, 2);
    expect(await life.ktEvent.withdrawConsents(phoneOf(2), { campaignId: other.id })).toEqual([]);
    expect(await life.ktEvent.withdrawConsents(phoneOf(2))).toHaveLength(1);
  });

  it('is a fault of the report when nobody told its owner in two weeks', async () => {
    await agree(life.ktEvent, id, 1);
    at('2026-12-02T10');
    await life.ktEvent.tellConsents(id);
    await life.ktEvent.withdrawConsents(phoneOf(1));
    const { report } = await life.play(id);

    expect(report?.findings.map(({ ruleId }) => ruleId)).toEqual(['MSG-007']);
  });

  describe('once the event’s data is destroyed', () => {
    const kept = async () => (await life.ktEvent.exportPerson(phoneOf(1))).length;

    async function endAndDestroy(): Promise<void> {
      const { campaign } = await life.play(id);
      world.advanceTo(new Date(String(campaign.plan?.schedule.deleteAt)));
      await life.ktEvent.eraseOverdue();
    }

    it('keeps the phone until its owner has been told, and not a look longer', async () => {
      await agree(life.ktEvent, id, 1);
      await endAndDestroy();
      await life.ktEvent.withdrawConsents(phoneOf(1));
      await life.ktEvent.eraseOverdue();
      const before = await kept();
      world.advanceTo(new Date(world.now().getTime() + 24 * 3_600_000));
      await life.ktEvent.tellConsents(id);
      await life.ktEvent.eraseOverdue();

      expect([before, await kept()]).toEqual([1, 0]);
      expect(sent().filter((body) => body.includes('철회 처리 결과'))).toHaveLength(1);
      expect(await life.ktEvent.consents(id)).toMatchObject({ consents: 0, withdrawn: 0 });
    });

    it('keeps it no longer than the two weeks in which its owner may be told', async () => {
      await agree(life.ktEvent, id, 1);
      await endAndDestroy();
      await life.ktEvent.withdrawConsents(phoneOf(1));
      world.advanceTo(new Date(world.now().getTime() + 14 * 86_400_000));
      await life.ktEvent.eraseOverdue();
      const before = await kept();
      world.advanceTo(new Date(world.now().getTime() + 86_400_000));
      await life.ktEvent.eraseOverdue();

      expect([before, await kept()]).toEqual([1, 0]);
    });

    it('is not kept when it was taken back and told before', async () => {
      await agree(life.ktEvent, id, 1);
      await agree(life.ktEvent, id, 2);
      at('2026-12-02T10');
      await life.ktEvent.withdrawConsents(phoneOf(1));
      await life.ktEvent.tellConsents(id);
      const during = await kept();
      await endAndDestroy();

      expect([during, await kept()]).toEqual([1, 0]);
      expect(await life.ktEvent.consents(id)).toMatchObject({ consents: 1 });
    });

    it('would be seen if nobody looked for who took it back', async () => {
      await anotherLife({
        spoil: (store) => ({ ...store, persons: { ...store.persons, withdrawn: async () => [] } }),
      });
      await agree(life.ktEvent, id, 1);
      await endAndDestroy();
      await life.ktEvent.withdrawConsents(phoneOf(1));
      world.advanceTo(new Date(world.now().getTime() + 15 * 86_400_000));
      await life.ktEvent.eraseOverdue();

      expect(await kept()).toBe(1);
    });
  });
});
