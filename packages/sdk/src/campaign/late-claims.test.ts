import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CampaignWorld, type Life, openCampaignWorld } from '../testing/campaign-world.js';
import { aLocalBrief } from '../testing/small-brief.js';

const brief = aLocalBrief();
const noShow = { reason: 'no_show' } as const;

let world: CampaignWorld;
let life: Life;
let id: string;
beforeEach(async () => {
  world = await openCampaignWorld();
  id = await world.make(brief);
  life = await world.live();
  await settle();
});
afterEach(async () => {
  await life.end();
  await world.close();
});

/** Both winners say yes, nobody is left to wait for, and the campaign goes on to its report. */
async function settle(): Promise<void> {
  for (let wait = 0; wait < 20; wait += 1) {
    const { campaign, run } = await life.step(id);
    if (campaign.state === 'settled') return;
    const claimed = campaign.state === 'drawn' && (await claimAll()) > 0;
    if (run?.wakeAt && !claimed) world.advanceTo(new Date(run.wakeAt));
  }
  throw new Error('it was never settled');
}

async function claimAll(): Promise<number> {
  const told = (await life.ktEvent.winners(id)).filter(({ award }) => award.state === 'notified');
  for (const { award } of told) await life.ktEvent.recordClaim(id, award.no);
  return told.length;
}

const states = async () => (await life.ktEvent.winners(id)).map(({ award }) => award.state);
const messages = () => world.sandbox.publications().filter(({ channel }) => channel === 'ALIMTALK').length;
const due = async () => (await life.ktEvent.due()).map((campaign) => campaign.id);
const moved = async () =>
  (await world.audit(id)).records.map(({ type }) => type).filter((type) => type !== 'NOTICES');
const lateRun = async () => {
  const late = (await life.ktEvent.effects({ campaignId: id })).filter(({ runId }) =>
    runId.startsWith('late-'),
  );
  return late.map(({ runId, state }) => `${runId.replace(id, '…')} ${state}`);
};

/** What the server does, until nothing is due any more; then the clock jumps. */
async function serve(until: string): Promise<void> {
  while (world.now() < new Date(until)) {
    for (const campaign of await due()) await life.step(campaign);
    world.advanceTo(new Date(world.now().getTime() + 3_600_000));
  }
}

describe('a prize that nobody came for', { timeout: 120_000 }, () => {
  it('goes to the next reserve after the report, who is told once, and the report counts them', async () => {
    const before = messages();
    await life.ktEvent.forfeitPrize(id, 1, noShow);

    expect(await states()).toEqual(['expired', 'claimed', 'drawn']);
    expect(await due()).toEqual([id]);
    await life.step(id);
    expect([await states(), messages() - before]).toEqual([['expired', 'claimed', 'notified'], 1]);
    expect(await due()).toEqual([]);
    expect(await lateRun()).toEqual(['late-…-1 acked']);
    await life.ktEvent.recordClaim(id, 3);
    await serve('2026-12-25T12:00:00+09:00');

    const { report } = await life.ktEvent.status(id);
    expect(report?.messages).toMatchObject([{ purpose: 'winner', kind: 'alimtalk', count: 3 }]);
    expect(await moved()).toEqual(['COMMIT', 'DRAW', 'PROMOTE']);
    expect(messages() - before).toBe(1);
  });

  it('is reminded of, and stays with the store when the heir does not answer either', async () => {
    const before = messages();
    await life.ktEvent.forfeitPrize(id, 2, noShow);
    await serve('2026-12-25T12:00:00+09:00');

    expect(await states()).toEqual(['claimed', 'expired', 'expired']);
    expect(messages() - before).toBe(2); // the notice and the reminder
    expect(await moved()).toEqual(['COMMIT', 'DRAW', 'PROMOTE', 'FORFEIT']);
    expect(await due()).toEqual([]);
  });

  it('is not lost when the process dies before the heir is told, and not told twice by two', async () => {
    const before = messages();
    await life.ktEvent.forfeitPrize(id, 1, noShow);
    await life.end();
    life = await world.live();
    const other = await world.live();
    await Promise.allSettled([life.step(id), other.step(id)]);
    await other.end();
    await life.step(id);

    expect([await states(), messages() - before]).toEqual([['expired', 'claimed', 'notified'], 1]);
  });

  it('waits for the morning at night', async () => {
    world.advanceTo(new Date('2026-12-10T22:00:00+09:00'));
    const before = messages();
    await life.ktEvent.forfeitPrize(id, 1, noShow);
    expect(await due()).toEqual([]);
    await life.step(id);
    expect(messages() - before).toBe(0);
    await serve('2026-12-11T10:00:00+09:00');

    expect(messages() - before).toBe(1);
  });

  it('is refused once no reserve would have time to claim, and keeps what people still need until then', async () => {
    const dry = await life.ktEvent.forfeitPrize(id, 1, { ...noShow, dryRun: true });
    expect(dry.heir?.award.reserve).toBe(1);
    await life.ktEvent.forfeitPrize(id, 1, noShow);
    await expect(life.ktEvent.erase(id)).rejects.toMatchObject({ code: 'USER_080' });
    const { campaign } = await life.ktEvent.status(id);
    world.advanceTo(new Date(Date.parse(campaign.plan?.schedule.deleteAt ?? '') - 3 * 86_400_000));

    await expect(life.ktEvent.forfeitPrize(id, 2, noShow)).rejects.toMatchObject({ code: 'USER_008' });
    await expect(life.ktEvent.forfeitPrize(id, 1, noShow)).rejects.toMatchObject({ code: 'USER_008' });
  });

  it('is refused when the data was destroyed: nobody could be told', async () => {
    await life.ktEvent.erase(id);

    await expect(life.ktEvent.forfeitPrize(id, 1, noShow)).rejects.toMatchObject({ code: 'USER_008' });
  });

  it('would be seen to be forgotten if nobody looked for it', async () => {
    await life.end();
    life = await world.live({
      spoil: (store) => ({ ...store, awards: { ...store.awards, lateUntold: async () => [] } }),
    });
    const before = messages();
    await life.ktEvent.forfeitPrize(id, 1, noShow);
    await serve('2026-12-15T12:00:00+09:00');

    expect(messages() - before).toBe(0);
  });
});
