import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { KtEventError } from '../errors/index.js';
import { type CampaignState, campaignSchema } from '../schema/campaign.js';
import type { CampaignRepository } from '../store/campaign-repository.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { aCampaign } from '../testing/fixtures.js';
import { moveCampaign } from './move-campaign.js';

const states = campaignSchema.shape.state.options;

/** The way of a campaign as a person would draw it, written down apart from the code. */
const steps = new Set([
  'draft > planned',
  'planned > approved',
  'approved > published',
  'published > open',
  'open > closed',
  'closed > drawn',
  'closed > settled',
  'drawn > settled',
  ...states.flatMap((state) =>
    state === 'settled' || state === 'cancelled' ? [] : [`${state} > cancelled`],
  ),
]);

describe('moving a campaign', () => {
  let folder: string;
  let store: Store;
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kt-event-moves-'));
    store = await openSqliteStore({ path: join(folder, 'moves.db'), now: () => new Date(0) });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function aDraft(): Promise<string> {
    count += 1;
    const letters = [...String(count)].map((digit) => 'abcdefghjk'[Number(digit)]).join('');
    const campaign = aCampaign({
      id: `cmp-${letters.padStart(12, 'z')}`,
      slug: letters.padStart(8, 'z'),
      state: 'draft',
    });
    await store.campaigns.add(campaign);
    return campaign.id;
  }

  async function stateOf(id: string): Promise<CampaignState | undefined> {
    return (await store.campaigns.find(id))?.state;
  }

  /** True when the move was refused. */
  async function tryMove(campaigns: CampaignRepository, id: string, to: CampaignState): Promise<boolean> {
    try {
      await moveCampaign(campaigns, id, to);
      return false;
    } catch (error) {
      return KtEventError.is(error) && error.code === 'USER_008';
    }
  }

  /** What a move did: a change of state, a lie about it, or nothing. */
  async function changeOf(campaigns: CampaignRepository, id: string, to: CampaignState): Promise<string[]> {
    const before = await stateOf(id);
    const refused = await tryMove(campaigns, id, to);
    const after = await stateOf(id);
    const changes = before === after ? [] : [`${before} > ${after}`];
    return after === (refused ? before : to) ? changes : [...changes, `${before} lied about ${to}`];
  }

  /** Every change of state that the moves led to. */
  async function walk(campaigns: CampaignRepository, moves: readonly CampaignState[]): Promise<string[]> {
    const id = await aDraft();
    const taken: string[] = [];
    for (const to of moves) taken.push(...(await changeOf(campaigns, id, to)));
    return taken;
  }

  const sequences = fc.array(fc.constantFrom(...states), { maxLength: 30 });

  test.prop([sequences], { numRuns: 150 })('never leaves the way, nor an end', async (moves) => {
    const taken = await walk(store.campaigns, moves);

    expect(taken.filter((step) => !steps.has(step))).toEqual([]);
  });

  test.prop([fc.array(fc.nat(states.length), { maxLength: 12 })], { numRuns: 100 })(
    'can be asked twice for every step of the way',
    async (choices) => {
      const moves: CampaignState[] = [];
      let state: CampaignState = 'draft';
      for (const choice of choices) {
        const next = states.filter((to) => steps.has(`${state} > ${to}`));
        state = next[choice % Math.max(1, next.length)] ?? state;
        moves.push(state, state);
      }

      const taken = await walk(store.campaigns, moves);

      expect(taken.filter((step) => !steps.has(step))).toEqual([]);
      expect(taken).toHaveLength(new Set(moves).size);
    },
  );

  test('would be caught by the walk when the repository does not look where it comes from', async () => {
    const careless: CampaignRepository = {
      ...store.campaigns,
      update: (id, _from, change) => store.campaigns.update(id, states, change),
    };

    const taken = await walk(careless, ['cancelled', 'open', 'draft']);

    expect(taken.filter((step) => !steps.has(step))).toEqual(['cancelled > open', 'open > draft']);
  });

  test('tells a campaign that nobody knows from one that cannot go there', async () => {
    const unknown = moveCampaign(store.campaigns, 'cmp-none', 'planned');
    const early = moveCampaign(store.campaigns, await aDraft(), 'open');

    await expect(unknown).rejects.toMatchObject({ code: 'USER_002' });
    await expect(early).rejects.toMatchObject({
      code: 'USER_008',
      context: { state: 'draft', action: 'open' },
    });
  });
});
