import { describe, expect, it } from 'vitest';
import { verifyAuditFile } from './draw/verify-audit-file.js';
import { verifyVoid } from './draw/verify-void.js';
import type { LifeOptions } from './testing/campaign-world.js';
import { Killed } from './testing/dying-store.js';
import { createForgetfulStore } from './testing/forgetful-store.js';
import { oneCampaign } from './testing/one-campaign.js';
import { aLocalBrief } from './testing/small-brief.js';

const brief = aLocalBrief();
const voided = { reason: 'list_wrong', words: '직원의 응모가 명단에 섞여 있었습니다' } as const;

describe('winners whose draw is declared void', () => {
  const one = oneCampaign(brief);

  /** To the moment at which both winners know and none has answered. */
  const tellWinners = () => one.life.play(one.id, ({ run }) => run?.waitingFor === 'claims');

  /** Requests that reached the phones, after the one by which the two had heard that they have won. */
  const reached = () =>
    one.world.sandbox
      .publications()
      .filter(({ channel }) => channel === 'ALIMTALK')
      .slice(1);
  const newestText = () =>
    one.world.sandbox
      .requests('solapi')
      .filter(({ method }) => method === 'POST')
      .at(-1)?.body;
  const told = () => one.life.ktEvent.voidNotices(one.id);

  it('are told once each by AlimTalk, where to see it and nothing that promotes', async () => {
    await tellWinners();
    expect(await told()).toMatchObject({ known: 2, sent: 0 });
    await one.life.ktEvent.voidDraw(one.id, voided);
    await one.life.ktEvent.voidDraw(one.id, voided);
    await one.life.step(one.id);

    expect(reached()).toHaveLength(1);
    expect(String(newestText())).toMatch(
      /추첨 무효 안내.*무효 까닭과 기록: http\S+\/draws\/\w+\\n문의 [\d*-]+\\n※ 고객님이 참여하신/,
    );
    expect(await told()).toEqual({ known: 2, sent: 2, failed: 0, inDoubt: 0, nextAt: undefined });
  });

  it('are told under the organiser’s signature', async () => {
    await tellWinners();
    await one.life.ktEvent.voidDraw(one.id, voided);
    const { draw } = await one.life.ktEvent.status(one.id);
    const chain = await one.life.ktEvent.auditChain(one.id);

    expect(chain.records.at(-1)).toMatchObject({ type: 'NOTICES', kind: 'void', told: 2 });
    expect(chain.heads.at(-1)?.milestone).toBe('notices');
    expect(verifyAuditFile(draw?.transcript, chain)).toBe(true);
  });

  it('are left in peace at night, and told at eight by whoever carries campaigns on', async () => {
    await tellWinners();
    one.world.advanceTo(new Date('2026-12-04T21:30:00+09:00'));
    await one.life.ktEvent.voidDraw(one.id, voided);
    const { nextAt } = await told();
    expect([reached().length, nextAt]).toEqual([0, '2026-12-04T23:00:00.000Z']);
    expect(await one.life.ktEvent.due()).toEqual([]);
    one.world.advanceTo(new Date(nextAt ?? 0));
    await carryOn();

    expect([reached().length, await told()]).toEqual([1, expect.objectContaining({ sent: 2 })]);
    expect(await one.life.ktEvent.due()).toEqual([]);
  });

  it('are told later when the messenger is away, and looked up when its answer was lost', async () => {
    await tellWinners();
    const post = { method: 'POST' } as const;
    one.world.sandbox.addFault({
      provider: 'solapi',
      match: post,
      fault: { kind: 'status', code: 429 },
      times: 20,
    });
    await one.life.ktEvent.voidDraw(one.id, voided);
    expect([reached().length, (await told()).sent]).toEqual([0, 0]);
    one.world.sandbox.clearFaults();
    one.world.sandbox.addFault({
      provider: 'solapi',
      match: post,
      fault: { kind: 'accept_then_drop' },
      times: 1,
    });
    for (let no = 0; no < 5 && (await told()).nextAt; no += 1) {
      one.world.advanceTo(new Date((await told()).nextAt ?? 0));
      await one.life.step(one.id);
    }

    expect([reached().length, await told()]).toEqual([
      1,
      expect.objectContaining({ sent: 2, nextAt: undefined }),
    ]);
  });

  it('are not written to when they had not heard, had said no, or have the prize in their hands', async () => {
    await tellWinners();
    await one.life.ktEvent.recordClaim(one.id, 1);
    await one.life.ktEvent.handOverPrize(one.id, 1);
    await one.life.ktEvent.forfeitPrize(one.id, 2, { reason: 'declined' }); // their heir has not heard yet
    await one.life.ktEvent.voidDraw(one.id, voided);
    await one.life.step(one.id).catch(() => undefined);

    expect([reached().length, (await told()).known]).toEqual([0, 0]);
  });

  /** Whoever carries campaigns on finds it. */
  async function carryOn(): Promise<void> {
    for (const { id: due } of await one.life.ktEvent.due()) await one.life.ktEvent.advance(due);
  }

  /** Dies at this write of declaring it. Said again only where it does not stand yet; the rest is found. Then all is proven. */
  async function dieAt(write: number, spoil?: LifeOptions['spoil']): Promise<void> {
    const wrong = spoil ? { spoil } : {};
    await one.world.rewind();
    await one.again();
    await tellWinners();
    await one.again({ ...wrong, death: { write, when: 'after' } });
    await expect(one.life.ktEvent.voidDraw(one.id, voided)).rejects.toThrow(Killed);
    await one.again(wrong);
    for (let no = 0; no < 4; no += 1) {
      if (await one.life.ktEvent.voidOf(one.id)) await carryOn();
      else await one.life.ktEvent.voidDraw(one.id, voided);
      const { nextAt } = await told();
      if (nextAt !== undefined) one.world.advanceTo(new Date(nextAt));
    }
    const { draw } = await one.life.ktEvent.status(one.id);
    expect(verifyVoid(draw?.transcript, draw?.voided).voided).toBe(true);
    expect(verifyAuditFile(draw?.transcript, await one.life.ktEvent.auditChain(one.id))).toBe(true);
  }

  /** How many requests there were in the end, after a death at every write, or at every so-manieth. */
  async function requestsAfterDeaths(every: number, spoil?: LifeOptions['spoil']): Promise<number[]> {
    await tellWinners();
    const before = one.life.writes.length;
    await one.life.ktEvent.voidDraw(one.id, voided);
    const writes = one.life.writes.length - before;
    const counts: number[] = [];
    for (let write = 1; write <= writes; write += every) {
      await dieAt(write, spoil);
      counts.push(reached().length);
    }
    return counts;
  }

  it('are told once each, wherever the process was killed', async () => {
    const counts = await requestsAfterDeaths(1);

    expect(counts.length).toBeGreaterThan(10);
    expect(new Set(counts)).toEqual(new Set([1]));
  }, 240_000);

  it('would be seen to be told twice by a ledger that forgets', async () => {
    expect(Math.max(...(await requestsAfterDeaths(2, createForgetfulStore)))).toBeGreaterThan(1);
  }, 240_000);
});
