import { beforeEach, describe, expect, it } from 'vitest';
import { agree, phoneOf } from './testing/agree.js';
import { oneCampaign } from './testing/one-campaign.js';
import { aLocalBrief } from './testing/small-brief.js';

const brief = aLocalBrief();

describe('a consent to hear of the store that is taken back', () => {
  const one = oneCampaign(brief);
  beforeEach(async () => {
    await one.life.play(one.id, ({ campaign }) => campaign.state === 'open');
  });

  const at = (day: string) => one.world.advanceTo(new Date(`${day}:00:00+09:00`));
  /** The bodies of what was sent to people's phones about consents. */
  const sent = () =>
    one.world.sandbox
      .requests('solapi')
      .filter(({ method, body }) => method === 'POST' && String(body).includes('소식 받기'))
      .map(({ body }) => String(body));

  it('is due to be told within two weeks of that day, once, with both days and no word that promotes', async () => {
    await agree(one.life.ktEvent, one.id, 1);
    at('2026-12-02T10');
    await one.life.ktEvent.tellConsents(one.id);
    at('2026-12-03T10');
    const [taken, ...more] = await one.life.ktEvent.withdrawConsents(phoneOf(1));
    const due = await one.life.ktEvent.consents(one.id);
    const after = await one.life.ktEvent.tellConsents(one.id);
    await one.life.ktEvent.tellConsents(one.id);
    await one.life.step(one.id);

    expect([taken, more]).toMatchObject([{ campaignId: one.id, store: '카페 온도', repeated: false }, []]);
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
    await agree(one.life.ktEvent, one.id, 1);
    at('2026-12-02T10');
    const [first] = await one.life.ktEvent.withdrawConsents(phoneOf(1));
    at('2026-12-02T12');
    const [again] = await one.life.ktEvent.withdrawConsents(`+82 ${phoneOf(1).slice(1)}`);
    const [record] = await one.life.ktEvent.exportPerson(phoneOf(1));

    expect(again).toEqual({ ...first, repeated: true });
    expect(record?.entry).toMatchObject({ marketingConsent: true, marketingWithdrawnAt: first?.withdrawnAt });
    expect(await one.life.ktEvent.withdrawConsents(phoneOf(9))).toEqual([]);
    await expect(one.life.ktEvent.withdrawConsents('02-123-4567')).rejects.toMatchObject({
      code: 'USER_001',
    });
  });

  it('overnight is not answered in the morning as if it stood', async () => {
    const receipt = await agree(one.life.ktEvent, one.id, 1);
    await agree(one.life.ktEvent, one.id, 2);
    at('2026-12-01T22');
    await one.life.ktEvent.tellConsents(one.id);
    await one.life.ktEvent.withdrawOwnConsent(receipt);
    at('2026-12-02T08');
    await one.life.step(one.id);
    const status = await one.life.ktEvent.tellConsents(one.id);

    expect(status).toMatchObject({ consents: 1, told: 1, withdrawn: 1, untold: [], untoldWithdrawn: [] });
    const count = (words: string) => sent().join().split(words).length - 1;
    expect([count('등록했습니다'), count('철회 처리 결과')]).toEqual([1, 1]);
  });

  it('is of one store when its receipt or one of its campaigns says so, and of every store otherwise', async () => {
    const receipt = await agree(one.life.ktEvent, one.id, 1);
    await one.life.ktEvent.withdrawConsents(phoneOf(1), { campaignId: one.id });
    const own = await one.life.ktEvent.ownConsent(receipt);

    expect(own?.withdrawnAt).toBeDefined();
    const { businessNumber: _, ...store } = brief.store;
    const elsewhere = { ...brief, store: { ...store, name: '다른 매장' } };
    const other = await one.life.ktEvent.create(elsewhere);
    await agree(one.life.ktEvent, one.id, 2);
    expect(await one.life.ktEvent.withdrawConsents(phoneOf(2), { campaignId: other.id })).toEqual([]);
    expect(await one.life.ktEvent.withdrawConsents(phoneOf(2))).toHaveLength(1);
  });

  it('is a fault of the report when nobody told its owner in two weeks', async () => {
    await agree(one.life.ktEvent, one.id, 1);
    at('2026-12-02T10');
    await one.life.ktEvent.tellConsents(one.id);
    await one.life.ktEvent.withdrawConsents(phoneOf(1));
    const { report } = await one.life.play(one.id);

    expect(report?.findings.map(({ ruleId }) => ruleId)).toEqual(['MSG-007']);
  });

  describe('once the event’s data is destroyed', () => {
    const kept = async () => (await one.life.ktEvent.exportPerson(phoneOf(1))).length;

    async function endAndDestroy(): Promise<void> {
      const { campaign } = await one.life.play(one.id);
      one.world.advanceTo(new Date(String(campaign.plan?.schedule.deleteAt)));
      await one.life.ktEvent.eraseOverdue();
    }

    it('keeps the phone until its owner has been told, and not a look longer', async () => {
      await agree(one.life.ktEvent, one.id, 1);
      await endAndDestroy();
      await one.life.ktEvent.withdrawConsents(phoneOf(1));
      await one.life.ktEvent.eraseOverdue();
      const before = await kept();
      one.world.advanceTo(new Date(one.world.now().getTime() + 24 * 3_600_000));
      await one.life.ktEvent.tellConsents(one.id);
      await one.life.ktEvent.eraseOverdue();

      expect([before, await kept()]).toEqual([1, 0]);
      expect(sent().filter((body) => body.includes('철회 처리 결과'))).toHaveLength(1);
      expect(await one.life.ktEvent.consents(one.id)).toMatchObject({ consents: 0, withdrawn: 0 });
    });

    it('keeps it no longer than the two weeks in which its owner may be told', async () => {
      await agree(one.life.ktEvent, one.id, 1);
      await endAndDestroy();
      await one.life.ktEvent.withdrawConsents(phoneOf(1));
      one.world.advanceTo(new Date(one.world.now().getTime() + 14 * 86_400_000));
      await one.life.ktEvent.eraseOverdue();
      const before = await kept();
      one.world.advanceTo(new Date(one.world.now().getTime() + 86_400_000));
      await one.life.ktEvent.eraseOverdue();

      expect([before, await kept()]).toEqual([1, 0]);
    });

    it('is not kept when it was taken back and told before', async () => {
      await agree(one.life.ktEvent, one.id, 1);
      await agree(one.life.ktEvent, one.id, 2);
      at('2026-12-02T10');
      await one.life.ktEvent.withdrawConsents(phoneOf(1));
      await one.life.ktEvent.tellConsents(one.id);
      const during = await kept();
      await endAndDestroy();

      expect([during, await kept()]).toEqual([1, 0]);
      expect(await one.life.ktEvent.consents(one.id)).toMatchObject({ consents: 1 });
    });

    it('would be seen if nobody looked for who took it back', async () => {
      await one.again({
        spoil: (store) => ({ ...store, persons: { ...store.persons, withdrawn: async () => [] } }),
      });
      await agree(one.life.ktEvent, one.id, 1);
      await endAndDestroy();
      await one.life.ktEvent.withdrawConsents(phoneOf(1));
      one.world.advanceTo(new Date(one.world.now().getTime() + 15 * 86_400_000));
      await one.life.ktEvent.eraseOverdue();

      expect(await kept()).toBe(1);
    });
  });
});
