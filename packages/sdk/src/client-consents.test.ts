import { beforeEach, describe, expect, it } from 'vitest';
import { agree } from './testing/agree.js';
import { oneCampaign } from './testing/one-campaign.js';
import { aLocalBrief } from './testing/small-brief.js';

const brief = aLocalBrief();

describe('people who agreed to hear of the store', () => {
  const one = oneCampaign(brief);
  beforeEach(async () => {
    await one.life.play(one.id, ({ campaign }) => campaign.state === 'open');
    for (const no of [1, 2]) await agree(one.life.ktEvent, one.id, no);
  });
  const posts = () =>
    one.world.sandbox
      .requests('solapi')
      .filter(({ method, body }) => method === 'POST' && String(body).includes('처리 결과'));
  const people = (status: { untold: readonly unknown[] }) => status.untold.length;

  it('are listed with their term, two weeks, and nobody else is; looking sends nothing', async () => {
    const status = await one.life.ktEvent.consents(one.id);

    expect(status).toMatchObject({ consents: 2, told: 0, pending: 0, toConfirm: [], mode: 'sandbox' });
    expect(status.untold.map(({ consentedOn, dueOn }) => `${consentedOn} ${dueOn}`)).toEqual([
      '2026-12-01 2026-12-15',
      '2026-12-01 2026-12-15',
    ]);
    expect(JSON.stringify(status)).not.toMatch(/8800000|가온누리/);
    expect(posts()).toEqual([]);
  });

  it('are told once each who writes, what they agreed to, when, and what became of it', async () => {
    one.world.advanceTo(new Date('2026-12-02T10:00:00+09:00'));
    const first = await one.life.ktEvent.tellConsents(one.id);
    await one.life.ktEvent.tellConsents(one.id);
    await one.life.step(one.id);

    expect([first.told, people(first)]).toEqual([2, 0]);
    expect(posts()).toHaveLength(1);
    const body = String(posts()[0]?.body);
    expect(body).toMatch(
      /보내는 곳: 카페 온도.*동의하신 날: 2026-12-01.*처리 결과: 동의하신 대로 등록했습니다/,
    );
    expect(body).not.toMatch(/\(광고\)|할인|특가/);
  });

  it('are told later when they agree later', async () => {
    one.world.advanceTo(new Date('2026-12-02T10:00:00+09:00'));
    await one.life.ktEvent.tellConsents(one.id);
    await agree(one.life.ktEvent, one.id, 3);
    expect(people(await one.life.ktEvent.consents(one.id))).toBe(1);

    expect(await one.life.ktEvent.tellConsents(one.id)).toMatchObject({ consents: 3, told: 3, untold: [] });
    expect(posts()).toHaveLength(2);
  });

  it('are left in peace at night, and told at eight by whoever carries campaigns on', async () => {
    one.world.advanceTo(new Date('2026-12-01T22:00:00+09:00'));
    const asleep = await one.life.ktEvent.tellConsents(one.id);
    expect(asleep).toMatchObject({ told: 0, pending: 2, untold: [], nextAt: '2026-12-01T23:00:00.000Z' });
    expect(posts()).toEqual([]);
    await one.again(); // the process ended overnight
    one.world.advanceTo(new Date('2026-12-02T08:00:00+09:00'));
    for (const due of await one.life.ktEvent.due()) await one.life.step(due.id);

    expect(await one.life.ktEvent.consents(one.id)).toMatchObject({ told: 2, pending: 0, nextAt: undefined });
    expect(posts()).toHaveLength(1);
  });

  it('are not written to twice when an answer was lost', async () => {
    one.world.advanceTo(new Date('2026-12-02T10:00:00+09:00'));
    const match = { method: 'POST', path: '/messages' } as const;
    one.world.sandbox.addFault({ provider: 'solapi', match, fault: { kind: 'accept_then_drop' } });
    await one.life.ktEvent.tellConsents(one.id).catch(() => undefined);
    for (let no = 0; no < 5; no += 1) {
      one.world.advanceTo(new Date(one.world.now().getTime() + 600_000));
      await one.life.ktEvent.tellConsents(one.id).catch(() => undefined);
    }

    expect(await one.life.ktEvent.consents(one.id)).toMatchObject({ told: 2, pending: 0 });
    expect(one.world.sandbox.publications().filter(({ provider }) => provider === 'solapi')).toHaveLength(1);
  });

  it.each([
    ['are no fault of the report once they have been told', true, []],
    ['are a fault of the report when nobody told them in two weeks', false, ['MSG-007']],
  ])('%s', async (_what, isTold, faults) => {
    one.world.advanceTo(new Date('2026-12-02T10:00:00+09:00'));
    if (isTold) await one.life.ktEvent.tellConsents(one.id);
    const { campaign, report } = await one.life.play(one.id);

    expect([campaign.state, String(report?.at) > '2026-12-15T23:59']).toEqual(['settled', true]);
    expect(report?.findings.map(({ ruleId }) => ruleId)).toEqual(faults);
  });

  it('are asked after two years whether it stands, once', async () => {
    one.world.advanceTo(new Date('2026-12-02T10:00:00+09:00'));
    await one.life.ktEvent.tellConsents(one.id);
    one.world.advanceTo(new Date('2028-10-20T10:00:00+09:00'));
    expect((await one.life.ktEvent.consents(one.id)).toConfirm).toEqual([]);
    one.world.advanceTo(new Date('2028-11-05T10:00:00+09:00'));
    const { toConfirm } = await one.life.ktEvent.consents(one.id);
    const after = await one.life.ktEvent.tellConsents(one.id, { notice: 'confirm' });
    await one.life.ktEvent.tellConsents(one.id, { notice: 'confirm' });

    expect(toConfirm.map(({ dueOn }) => dueOn)).toEqual(['2028-12-01', '2028-12-01']);
    expect(after.toConfirm).toEqual([]);
    const asked = one.world.sandbox
      .requests('solapi')
      .filter(({ body }) => String(body).includes('동의 확인 안내'));
    expect(asked).toHaveLength(1);
  });
});
