import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditFile } from './draw/verify-audit-file.js';
import { type CampaignWorld, type Life, openCampaignWorld } from './testing/campaign-world.js';
import { aLocalBrief } from './testing/small-brief.js';

const brief = aLocalBrief();

describe('the audit chain of a campaign that is going on', () => {
  let world: CampaignWorld;
  let life: Life;
  let id: string;
  beforeAll(async () => {
    world = await openCampaignWorld();
    id = await world.make(brief);
    life = await world.live();
  });
  afterAll(async () => {
    await life.end();
    await world.close();
  });

  const heads = async () =>
    (await life.ktEvent.auditChain(id)).heads.map(({ milestone, no }) => [milestone, no]);
  const sign = async () => (await life.ktEvent.signAuditHeads()).signed;
  const later = (hours: number) => world.advanceTo(new Date(world.now().getTime() + hours * 3_600_000));

  const goTo = (state: string) => life.play(id, ({ campaign }) => campaign.state === state);

  /** Somebody enters, and is taken off the list: one more record. */
  async function addRecord(no: number): Promise<void> {
    const { slug } = (await life.ktEvent.status(id)).campaign;
    const person = {
      name: `직원${no}`,
      phone: `010-7700-90${no}0`,
      consent: true,
      overFourteen: true,
    } as const;
    const { receipt } = await life.ktEvent.participate(slug, person);
    await life.ktEvent.excludeEntry(id, receipt.entryId, 'staff');
  }

  it('is signed every hour where something was added, and once after a long rest', async () => {
    await goTo('open');
    expect(await sign()).toBe(0);
    await addRecord(1);
    expect([await sign(), await sign(), await heads()]).toEqual([1, 0, [['hour', 1]]]);
    await addRecord(2);
    expect(await sign()).toBe(0); // an hour has not passed
    await addRecord(3);
    later(7);
    expect([await sign(), await sign()]).toEqual([1, 0]);
    later(1);
    expect([await sign(), await heads()]).toEqual([
      0,
      [
        ['hour', 1],
        ['hour', 3],
      ],
    ]);
  });

  it('leaves the head of a milestone to the milestone, and proves the whole', async () => {
    await goTo('drawn');
    later(2);
    expect(await sign()).toBe(0);
    const { draw } = await life.ktEvent.status(id);
    const chain = await life.ktEvent.auditChain(id);

    expect((await heads()).map(([milestone]) => milestone).slice(0, 4)).toEqual([
      'hour',
      'hour',
      'commitment',
      'draw',
    ]);
    expect(verifyAuditFile(draw?.transcript, chain)).toBe(true);
    const [first, ...rest] = chain.records;
    const changed = [{ ...first, reason: 'fraud' }, ...rest];
    expect(verifyAuditFile(draw?.transcript, { ...chain, records: changed })).toBe(false);
    const [hour, ...others] = chain.heads;
    const moved = [{ ...hour, at: '2026-12-01T00:00:00.000Z' }, ...others];
    expect(verifyAuditFile(draw?.transcript, { ...chain, heads: moved })).toBe(false);
  });

  it('would be refused had an hour come upon the commitment first', async () => {
    const { draw } = await life.ktEvent.status(id);
    const chain = await life.ktEvent.auditChain(id);
    const heads = chain.heads.filter(({ milestone }) => milestone !== 'commitment');

    expect(verifyAuditFile(draw?.transcript, { ...chain, heads })).toBe(false);
  });
});
