import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quicknet } from '../providers/drand-chain.js';
import { replayRun } from '../runs/replay-run.js';
import type { Brief } from '../schema/brief.js';
import type { Store } from '../store/store.js';
import { type CampaignWorld, openCampaignWorld } from '../testing/campaign-world.js';
import { aSmallBrief } from '../testing/small-brief.js';
import type { CampaignDeps } from './campaign-deps.js';
import { createCampaignWorkflow } from './campaign-workflow.js';
import { campaignRunId } from './read-status.js';

const briefs: Readonly<Record<string, Brief>> = {
  'a lottery on six channels': aSmallBrief(),
  'a lottery drawn with the organiser’s own secret': aSmallBrief({
    channels: ['instagram'],
    draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
  }),
  'first come, first served': aSmallBrief({
    channels: ['naver_blog', 'kakao_channel'],
    entry: { mechanic: 'first_come', stock: 3 },
    draw: undefined,
  }),
};

/** Whatever is asked of it is too much. */
function forbidden<T extends object>(what: string): T {
  return new Proxy({} as T, {
    get: (_target, key) => {
      throw new Error(`${what}.${String(key)} was used`);
    },
  });
}

/** Reads go through; every write is an execution. */
function readOnly(store: Store): CampaignDeps['store'] {
  const { campaigns, outcomes, draws, entries, journal } = store;
  return {
    ...forbiddenStore,
    campaigns: { ...forbiddenStore.campaigns, find: campaigns.find },
    outcomes: {
      ...outcomes,
      ...forbiddenWrites('savePublication', 'updatePublication', 'saveNotice', 'saveReport', 'saveInsight'),
    },
    draws: { ...draws, ...forbiddenWrites('add', 'commit', 'save', 'complete') },
    entries,
    journal,
  } as CampaignDeps['store'];
}

const forbiddenStore = { campaigns: {} } as unknown as CampaignDeps['store'];

function forbiddenWrites(...names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [name, () => Promise.reject(new Error(`${name} was called`))]),
  );
}

const never = () => Promise.reject(new Error('the beacon was asked'));
const aBeacon = { type: 'drand', mode: 'live', announce: never, reveal: never } as const;

const depsOf = (store: Store): CampaignDeps => ({
  store: readOnly(store),
  knowledge: forbidden('knowledge'),
  planning: forbidden('models'),
  now: () => new Date('2027-01-31T12:00:00+09:00'),
  random: () => 0.5,
  channels: [],
  messenger: forbidden('messenger'),
  beacon: () => ({ ...aBeacon, chain: quicknet }),
  timeStamps: undefined,
  media: forbidden('media'),
  renderer: forbidden('renderer'),
  films: forbidden('films'),
  designs: () => Promise.reject(new Error('templates were read')),
  writer: undefined,
  soundEncoder: undefined,
  clipInspector: undefined,
  painters: { capKrw: 0, scenes: forbidden('scenes') },
  speech: undefined,
  sales: undefined,
  organiserKey: () => Promise.reject(new Error('the signing key was used')),
  verifierPage: () => Promise.reject(new Error('the page for offline use was read')),
  claimKey: () => Promise.reject(new Error('a link was made')),
  openPerson: () => Promise.reject(new Error('a person was opened')),
  publicUrl: () => {
    throw new Error('the address was asked for');
  },
  mediaUrl: () => Promise.reject(new Error('a picture was offered')),
  distribution: {},
  until: undefined,
});

describe.each(Object.entries(briefs))('the journal of %s', (_name, brief) => {
  let world: CampaignWorld;
  let campaignId: string;

  beforeAll(async () => {
    world = await openCampaignWorld();
    campaignId = await world.make(brief);
  });
  afterAll(() => world.close());

  it('leads the present code to the end without a step, an effect or a write', async () => {
    let store: Store | undefined;
    const life = await world.live({
      spoil: (opened) => {
        store = opened;
        return opened;
      },
    });
    const { campaign, run } = await life.play(campaignId);
    if (!store) throw new Error('the world has no store');

    const workflow = createCampaignWorkflow(depsOf(store));
    const replay = replayRun(campaignRunId(campaignId), workflow as never, store.journal);

    expect([campaign.state, run?.state]).toEqual(['settled', 'ended']);
    await expect(replay).resolves.toEqual({ campaignId });
    await life.end();
  });

  it('would be caught when a step has been forgotten', async () => {
    let store: Store | undefined;
    await world.rewind();
    const life = await world.live({
      spoil: (opened) => {
        store = opened;
        return opened;
      },
    });
    await life.play(campaignId);
    if (!store) throw new Error('the world has no store');
    const { journal } = store;
    const forgetful = {
      ...journal,
      step: async (runId: string, key: string) => (key === 'generate' ? undefined : journal.step(runId, key)),
    };

    const workflow = createCampaignWorkflow(depsOf(store));
    const replay = replayRun(campaignRunId(campaignId), workflow as never, forgetful);

    await expect(replay).rejects.toMatchObject({ code: 'BUG_004', context: { key: 'generate' } });
    await life.end();
  });
});
