import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditFile } from './draw/verify-audit-file.js';
import { verifyVoid } from './draw/verify-void.js';
import { type CampaignWorld, type Life, openCampaignWorld } from './testing/campaign-world.js';
import { aSmallBrief } from './testing/small-brief.js';

const brief = aSmallBrief({
  channels: ['instagram'],
  draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
});
const words = '직원의 응모가 명단에 섞여 있었습니다';
const reason = 'list_wrong' as const;

describe('a draw that is declared void', () => {
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
  });
  afterEach(() => life.end());

  /** To the moment at which the winners have been told and none has claimed. */
  const tellWinners = () => life.play(id, ({ run }) => run?.waitingFor === 'claims');
  const messages = () => world.sandbox.requests('solapi').filter(({ method }) => method === 'POST').length;

  it('says so by a record that its transcript proves, in a chain with signed heads', async () => {
    await tellWinners();
    const signed = await life.ktEvent.voidDraw(id, { reason, words });
    const { draw, campaign } = await life.ktEvent.status(id);
    const chain = await life.ktEvent.auditChain(id);

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
    await life.ktEvent.voidDraw(id, { reason, words });
    const told = messages();
    const refused = { code: 'USER_092' };

    await expect(life.ktEvent.recordClaim(id, 1)).rejects.toMatchObject(refused);
    await expect(life.ktEvent.handOverPrize(id, 1)).rejects.toMatchObject(refused);
    await expect(life.ktEvent.forfeitPrize(id, 1, { reason: 'no_show' })).rejects.toMatchObject(refused);
    await expect(life.ktEvent.markTold(id, 1)).rejects.toMatchObject(refused);
    await expect(life.ktEvent.tellAgain(id)).rejects.toMatchObject(refused);
    const before = await life.ktEvent.winners(id);
    world.advanceTo(new Date('2027-02-01T03:00:00Z'));
    await life.step(id).catch(() => undefined);
    expect(await life.ktEvent.winners(id)).toEqual(before);
    expect(messages()).toBe(told);
  });

  it('is never drawn once it is void', async () => {
    for (let no = 0; no < 40; no += 1) {
      const { draw, run } = await life.step(id);
      if (draw) break;
      if (run?.wakeAt !== undefined) world.advanceTo(new Date(run.wakeAt));
    }
    await life.ktEvent.voidDraw(id, { reason, words });
    world.advanceTo(new Date('2026-12-10T03:00:00Z'));
    await life.ktEvent.advance(id, { until: 'draw' }).catch(() => undefined);
    const { draw } = await life.ktEvent.status(id);

    expect([draw?.state, draw?.transcript]).toEqual(['committed', undefined]);
    expect(await life.ktEvent.winners(id)).toEqual([]);
  });

  it('is shown first, confirmed by the same words, and by no others', async () => {
    await tellWinners();
    const shown = await life.ktEvent.voidDraw(id, { reason, words, dryRun: true });
    expect((await life.ktEvent.status(id)).draw?.voided).toBeUndefined();
    const first = await life.ktEvent.voidDraw(id, { reason, words });

    expect({ ...shown.record, voided_at: '' }).toEqual({ ...first.record, voided_at: '' });
    expect(await life.ktEvent.voidDraw(id, { reason, words: ` ${words} ` })).toEqual(first);
    const other = life.ktEvent.voidDraw(id, { reason: 'rules_broken', words });
    await expect(other).rejects.toMatchObject({ code: 'USER_092' });
  });

  it('needs a commitment, words that name nobody, and randomness that could be missing', async () => {
    const early = life.ktEvent.voidDraw(id, { reason, words });
    await expect(early).rejects.toMatchObject({ code: 'USER_002' });
    await tellWinners();
    const voidFor = (over: object) => life.ktEvent.voidDraw(id, { reason, words, ...over });

    await expect(voidFor({ words: '010-7700-0001 손님이 두 번 응모했습니다' })).rejects.toMatchObject({
      code: 'USER_001',
    });
    await expect(voidFor({ reason: 'randomness_missing' })).rejects.toMatchObject({ code: 'USER_001' });
    await expect(voidFor({ nextDrawAt: '2027-01-01T12:00:00+09:00' })).rejects.toMatchObject({
      code: 'USER_002',
    });
  });
});
