import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFaults } from '../testing/campaign-faults.js';
import { type CampaignWorld, type LifeOptions, openCampaignWorld } from '../testing/campaign-world.js';
import { type Death, Killed } from '../testing/dying-store.js';
import { createForgetfulStore } from '../testing/forgetful-store.js';
import { aSmallBrief } from '../testing/small-brief.js';

const brief = aSmallBrief({
  channels: ['instagram'],
  draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
});

/** Two winners who never answer, their reminder, one promoted reserve who never answers, and theirs. */
const expected = {
  reached: [...Array.from({ length: 4 }, () => 'ALIMTALK'), 'INSTAGRAM'],
  entries: 4,
  drawn: 3,
  told: 3,
  moved: ['PROMOTE', 'FORFEIT', 'FORFEIT'],
};

describe('a process that is killed at any write after the draw', () => {
  let world: CampaignWorld;
  beforeEach(async () => {
    world = await openCampaignWorld();
  });
  afterEach(() => world.close());

  async function survive(campaignId: string, options: LifeOptions): Promise<string[]> {
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

  /** After each write, and before those that tell of something done outside. */
  async function deaths(campaignId: string): Promise<Death[]> {
    const writes = await world.writesOf(campaignId);
    const opened = writes.indexOf('awards.open');
    return writes.flatMap((name, index): Death[] => {
      if (index < opened) return [];
      const write = index + 1;
      const after = { write, when: 'after' } as const;
      return name === 'journal.settle' ? [{ write, when: 'before' }, after] : [after];
    });
  }

  it('tells nobody twice, loses nobody, and promotes in order', async () => {
    const campaignId = await world.make(brief);
    const all = await deaths(campaignId);
    const broken: string[] = [];
    for (const death of all) {
      const faults = await survive(campaignId, { death });
      broken.push(...faults.map((fault) => `${JSON.stringify(death)}: ${fault}`));
    }

    expect(all.length).toBeGreaterThan(30);
    expect(broken).toEqual([]);
  }, 480_000);

  it('would be caught telling twice by a ledger that forgets', async () => {
    const campaignId = await world.make(brief);
    const all = await deaths(campaignId);
    const faults: string[] = [];
    for (const death of all.filter((_, index) => index % 6 === 0)) {
      faults.push(...(await survive(campaignId, { death, spoil: createForgetfulStore })));
    }

    expect(faults.filter((fault) => fault.startsWith('reached')).length).toBeGreaterThan(0);
  }, 240_000);
});
