import type { Fault, FaultScript, ProviderName } from '@kt-event/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFaults } from '../testing/campaign-faults.js';
import { type CampaignWorld, openCampaignWorld } from '../testing/campaign-world.js';
import { aSmallBrief } from '../testing/small-brief.js';

const faults = {
  'loses the answer': { kind: 'accept_then_drop' },
  'breaks the connection': { kind: 'reset_before' },
  'breaks off its answer': { kind: 'reset_after_headers' },
  'fails inside': { kind: 'status', code: 500 },
  'is busy': { kind: 'rate_limit', retryAfter: 1 },
  'answers with a page': { kind: 'html_200' },
} as const satisfies Record<string, Fault>;

const expected = {
  reached: [
    ...Array.from({ length: 4 }, () => 'ALIMTALK'),
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
};

/** Providers that a campaign calls between its approval and its end. */
const called: readonly ProviderName[] = ['instagram', 'naver_blog', 'kt', 'solapi', 'drand'];

describe('a campaign whose providers fail', () => {
  let world: CampaignWorld;
  let campaignId: string;
  /** How often each provider is called when all goes well. */
  let calls: readonly (readonly [provider: ProviderName, count: number])[];

  beforeAll(async () => {
    world = await openCampaignWorld();
    campaignId = await world.make(aSmallBrief());
    await world.writesOf(campaignId);
    calls = called.map((provider) => [provider, world.sandbox.requests(provider).length] as const);
  });
  afterAll(() => world.close());

  async function playWith(...scripts: readonly FaultScript[]): Promise<string[]> {
    await world.rewind();
    for (const script of scripts) world.sandbox.addFault(script);
    const { play, end } = await world.live();
    try {
      return await findFaults(world, await play(campaignId), expected);
    } catch (error) {
      return [`stopped: ${error}`];
    } finally {
      await end();
    }
  }

  it.each(Object.entries(faults))(
    'reaches everybody once when any one call %s',
    async (_name, fault) => {
      const broken: string[] = [];
      for (const [provider, count] of calls) {
        for (let after = 0; after < count; after += 1) {
          const found = await playWith({ provider, fault, after });
          broken.push(...found.map((fault) => `${provider} call ${after + 1}: ${fault}`));
        }
      }

      expect(calls.every(([, count]) => count > 0)).toBe(true);
      expect(broken).toEqual([]);
    },
    240_000, // some thirty lives
  );

  /** A process for every wait: the pauses of a provider that failed too often are real time, which does not pass here. */
  async function outlast(script: FaultScript): Promise<string[]> {
    await world.rewind();
    world.sandbox.addFault(script);
    for (let wait = 0; wait < 40; wait += 1) {
      const { step, end } = await world.live();
      const status = await step(campaignId).finally(end);
      if (status.run?.wakeAt === undefined) return findFaults(world, status, expected);
      world.advanceTo(new Date(status.run.wakeAt));
    }
    return ['waits for ever'];
  }

  it.each(called)('reaches everybody once when %s loses ten answers in a row', async (provider) => {
    expect(await outlast({ provider, fault: faults['loses the answer'], times: 10 })).toEqual([]);
  });

  it.each(called)('reaches everybody once when %s is down for a while', async (provider) => {
    expect(await outlast({ provider, fault: faults['fails inside'], times: 60 })).toEqual([]);
  });
});
