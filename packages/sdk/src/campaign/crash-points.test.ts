import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Expected, findFaults } from '../testing/campaign-faults.js';
import { type CampaignWorld, type LifeOptions, openCampaignWorld } from '../testing/campaign-world.js';
import { type Death, Killed } from '../testing/dying-store.js';
import { createForgetfulStore } from '../testing/forgetful-store.js';
import { aSmallBrief } from '../testing/small-brief.js';

const lottery = {
  brief: aSmallBrief(),
  expected: {
    reached: [
      ...Array.from({ length: 4 }, () => 'ALIMTALK'), // two winners, their reminder; one promoted reserve, theirs
      'BRAND_MESSAGE',
      'GENIE_TV_AD',
      'INSTAGRAM',
      'NAVER_BLOG',
      'RINGO_BIZ',
      'WOORIDONGNE_TV',
    ],
    entries: 4,
    drawn: 3,
    told: 3,
    moved: ['PROMOTE', 'FORFEIT', 'FORFEIT'],
  },
} as const;

const firstCome = {
  brief: aSmallBrief({
    entry: { mechanic: 'first_come', stock: 3 },
    draw: undefined,
    channels: ['instagram'],
  }),
  expected: { reached: ['INSTAGRAM'], entries: 3, drawn: 0, told: 0 },
} as const;

/** Four come in the first seconds, for three pieces. */
const rush = {
  brief: aSmallBrief({
    entry: { mechanic: 'first_come', stock: 3, rushSeconds: 10 },
    draw: undefined,
    channels: ['instagram'],
  }),
  expected: { reached: ['INSTAGRAM'], entries: 4, drawn: 3, told: 0 },
} as const;

/** Writes that tell of something done outside: before them, that has happened and nobody knows. */
const tellsOfOutside = (name: string) => name === 'journal.settle' || name.endsWith('/prepare');

/** Every state that the disk can be left in: after each write, and before it where more than the write before is done. */
function deathsOf(writes: readonly string[]): readonly (Death & { readonly name: string })[] {
  return writes.flatMap((name, index) => {
    const write = index + 1;
    const after = { write, when: 'after', name } as const;
    return tellsOfOutside(name) || index === 0 ? [{ write, when: 'before', name } as const, after] : [after];
  });
}

/** What comes before and after is any first-come campaign's. */
function deathsInRush(writes: readonly string[]): ReturnType<typeof deathsOf> {
  const first = writes.indexOf('rush.end');
  const last = writes.indexOf('rush.give') + 2;
  return deathsOf(writes).filter(({ write }) => write >= first && write <= last);
}

/** What comes after has a suite of its own, on fewer channels. */
function deathsUntilDrawn(writes: readonly string[]): ReturnType<typeof deathsOf> {
  const drawn = writes.indexOf('awards.open');
  return deathsOf(writes).filter(({ write }) => write <= drawn + 1);
}

describe('a process that is killed at any write', () => {
  let world: CampaignWorld;
  beforeEach(async () => {
    world = await openCampaignWorld();
  });
  afterEach(() => world.close());

  /** The campaign goes on from what was remembered; when the first process dies, a second one takes over. */
  async function survive(campaignId: string, expected: Expected, options: LifeOptions): Promise<string[]> {
    await world.rewind();
    const { death: _, ...again } = options;
    for (const life of [options, again]) {
      const { play, end } = await world.live(life);
      try {
        return await findFaults(world, await play(campaignId), expected);
      } catch (error) {
        if (!(error instanceof Killed)) return [`stopped: ${error}`];
      } finally {
        await end();
      }
    }
    return ['died twice'];
  }

  async function survivors(campaignId: string, expected: Expected, deaths: readonly Death[]) {
    const broken: string[] = [];
    for (const death of deaths) {
      const faults = await survive(campaignId, expected, { death });
      broken.push(...faults.map((fault) => `${JSON.stringify(death)}: ${fault}`));
    }
    return broken;
  }

  it('publishes, draws and tells once, on six channels', async () => {
    const campaignId = await world.make(lottery.brief);
    const writes = await world.writesOf(campaignId);

    expect(writes.length).toBeGreaterThan(60);
    expect(await survivors(campaignId, lottery.expected, deathsUntilDrawn(writes))).toEqual([]);
  }, 480_000);

  it('hands out every piece of a first-come campaign once', async () => {
    const campaignId = await world.make(firstCome.brief);
    const writes = await world.writesOf(campaignId);

    expect(writes.length).toBeGreaterThan(20);
    expect(await survivors(campaignId, firstCome.expected, deathsOf(writes))).toEqual([]);
  }, 240_000);

  it('draws lots among those of the first seconds once, and gives every piece once', async () => {
    const campaignId = await world.make(rush.brief);
    const writes = await world.writesOf(campaignId);

    expect(writes.filter((name) => name === 'rush.give')).toHaveLength(1);
    expect(await survivors(campaignId, rush.expected, deathsInRush(writes))).toEqual([]);
  }, 240_000);

  it('goes on when people took every piece before it had written down that it was open', async () => {
    const campaignId = await world.make(firstCome.brief);
    const writes = await world.writesOf(campaignId);
    const [, opening = -1] = writes.flatMap((name, index) => (name === 'campaigns.update' ? [index] : []));
    await world.rewind();
    const first = await world.live({ death: { write: opening + 1, when: 'after' } });
    await expect(first.play(campaignId)).rejects.toThrow(Killed);
    await first.end();

    const second = await world.live();
    await second.enter(campaignId);
    const { campaign } = await second.ktEvent.status(campaignId);
    const status = await second.play(campaignId);
    await second.end();

    expect(campaign.state).toBe('closed');
    expect(await findFaults(world, status, firstCome.expected)).toEqual([]);
  });

  it('plans and makes what was asked for, from the first write on', async () => {
    const brief = aSmallBrief({ channels: ['ringo_biz'] });
    const clean = await world.live();
    await clean.make(brief);
    await clean.end();
    const broken: unknown[] = [];

    for (const death of deathsOf(clean.writes).filter(({ when }) => when === 'after')) {
      await world.rewind();
      const first = await world.live({ death });
      await first.make(brief).catch(() => undefined);
      await first.end();
      const second = await world.live();
      const { state, creatives } = await second.make(brief);
      const count = (await second.ktEvent.list()).length;
      if (state !== 'approved' || creatives.length === 0 || count !== 1) broken.push([death, state, count]);
      await second.end();
    }

    expect(clean.writes.length).toBeGreaterThan(10);
    expect(broken).toEqual([]);
  }, 240_000);

  it('would be caught publishing twice by a ledger that forgets', async () => {
    const campaignId = await world.make(lottery.brief);
    const writes = await world.writesOf(campaignId);
    const settlements = deathsUntilDrawn(writes).filter(
      ({ name, when }) => name === 'journal.settle' && when === 'after',
    );
    const faults: string[] = [];

    for (const death of settlements) {
      faults.push(...(await survive(campaignId, lottery.expected, { death, spoil: createForgetfulStore })));
    }

    expect(faults.filter((fault) => fault.startsWith('reached')).length).toBeGreaterThan(0);
  }, 240_000);
});
