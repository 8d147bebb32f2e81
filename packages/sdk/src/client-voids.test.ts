import { describe, expect, it } from 'vitest';
import { verifyAuditFile } from './draw/verify-audit-file.js';
import { verifyVoid } from './draw/verify-void.js';
import { oneCampaign } from './testing/one-campaign.js';
import { aLocalBrief } from './testing/small-brief.js';

const brief = aLocalBrief();
const words = '직원의 응모가 명단에 섞여 있었습니다';
const reason = 'list_wrong' as const;

describe('a draw that is declared void', () => {
  const one = oneCampaign(brief);

  /** To the moment at which the winners have been told and none has claimed. */
  const tellWinners = () => one.life.play(one.id, ({ run }) => run?.waitingFor === 'claims');
  const messages = () =>
    one.world.sandbox.requests('solapi').filter(({ method }) => method === 'POST').length;

  it('says so by a record that its transcript proves, in a chain with signed heads', async () => {
    await tellWinners();
    const signed = await one.life.ktEvent.voidDraw(one.id, { reason, words });
    const { draw, campaign } = await one.life.ktEvent.status(one.id);
    const chain = await one.life.ktEvent.auditChain(one.id);

    expect(draw?.voided).toEqual(signed);
    expect(verifyVoid(draw?.transcript, signed)).toEqual({ voided: true, record: signed.record });
    expect(campaign.state).toBe('cancelled');
    expect(chain.heads.map(({ milestone }) => milestone)).toEqual([
      'commitment',
      'draw',
      'notices',
      'void',
      'notices',
    ]);
    expect(verifyAuditFile(draw?.transcript, chain)).toBe(true);
  });

  it('stops every claim, notice, promotion and handing over', async () => {
    await tellWinners();
    await one.life.ktEvent.voidDraw(one.id, { reason, words });
    const told = messages();
    const refused = { code: 'USER_092' };

    await expect(one.life.ktEvent.recordClaim(one.id, 1)).rejects.toMatchObject(refused);
    await expect(one.life.ktEvent.handOverPrize(one.id, 1)).rejects.toMatchObject(refused);
    await expect(one.life.ktEvent.forfeitPrize(one.id, 1, { reason: 'no_show' })).rejects.toMatchObject(
      refused,
    );
    await expect(one.life.ktEvent.markTold(one.id, 1)).rejects.toMatchObject(refused);
    await expect(one.life.ktEvent.tellAgain(one.id)).rejects.toMatchObject(refused);
    const before = await one.life.ktEvent.winners(one.id);
    one.world.advanceTo(new Date('2027-02-01T03:00:00Z'));
    await one.life.step(one.id).catch(() => undefined);
    expect(await one.life.ktEvent.winners(one.id)).toEqual(before);
    expect(messages()).toBe(told);
  });

  it('is never drawn once it is void', async () => {
    for (let no = 0; no < 40; no += 1) {
      const { draw, run } = await one.life.step(one.id);
      if (draw) break;
      if (run?.wakeAt !== undefined) one.world.advanceTo(new Date(run.wakeAt));
    }
    await one.life.ktEvent.voidDraw(one.id, { reason, words });
    one.world.advanceTo(new Date('2026-12-10T03:00:00Z'));
    await one.life.ktEvent.advance(one.id, { until: 'draw' }).catch(() => undefined);
    const { draw } = await one.life.ktEvent.status(one.id);

    expect([draw?.state, draw?.transcript]).toEqual(['committed', undefined]);
    expect(await one.life.ktEvent.winners(one.id)).toEqual([]);
  });

  it('is shown first, confirmed by the same words, and by no others', async () => {
    await tellWinners();
    const shown = await one.life.ktEvent.voidDraw(one.id, { reason, words, dryRun: true });
    expect((await one.life.ktEvent.status(one.id)).draw?.voided).toBeUndefined();
    const first = await one.life.ktEvent.voidDraw(one.id, { reason, words });

    expect({ ...shown.record, voided_at: '' }).toEqual({ ...first.record, voided_at: '' });
    expect(await one.life.ktEvent.voidDraw(one.id, { reason, words: ` ${words} ` })).toEqual(first);
    const other = one.life.ktEvent.voidDraw(one.id, { reason: 'rules_broken', words });
    await expect(other).rejects.toMatchObject({ code: 'USER_092' });
  });

  it('needs a commitment, words that name nobody, and randomness that could be missing', async () => {
    const early = one.life.ktEvent.voidDraw(one.id, { reason, words });
    await expect(early).rejects.toMatchObject({ code: 'USER_002' });
    await tellWinners();
    const voidFor = (over: object) => one.life.ktEvent.voidDraw(one.id, { reason, words, ...over });

    await expect(voidFor({ words: '010-7700-0001 손님이 두 번 응모했습니다' })).rejects.toMatchObject({
      code: 'USER_001',
    });
    await expect(voidFor({ reason: 'randomness_missing' })).rejects.toMatchObject({ code: 'USER_001' });
    await expect(voidFor({ nextDrawAt: '2027-01-01T12:00:00+09:00' })).rejects.toMatchObject({
      code: 'USER_002',
    });
  });
});
