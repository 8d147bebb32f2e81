import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CampaignWorld,
  type Life,
  type LifeOptions,
  openCampaignWorld,
} from '../testing/campaign-world.js';

/**
 * Databases that the last release of version 2 has left: a lottery of four people and two prizes, stopped by its owner after
 * the draw, and after the winners had been told. Made by that release itself, with this key.
 */
const begun = {
  draw: new URL('__fixtures__/begun-by-version-2-draw.db.gz', import.meta.url),
  notify: new URL('__fixtures__/begun-by-version-2-notify.db.gz', import.meta.url),
};
const masterKey = Buffer.from('32 bytes that version 2 has used').toString('base64');
const left = '2026-12-04T12:00:00+09:00';

describe('a campaign that version 2 of the workflow has begun', () => {
  let world: CampaignWorld;
  let life: Life;
  beforeEach(async () => {
    world = await openCampaignWorld();
  });
  afterEach(async () => {
    await life.end();
    await world.close();
  });

  async function open(stage: keyof typeof begun, options: LifeOptions = {}, alter = ''): Promise<string> {
    await world.adopt(begun[stage], left, alter);
    const environment = { ...world.sandbox.environment(), KT_EVENT_MASTER_KEY: masterKey };
    life = await world.live({ environment, ...options });
    return (await life.ktEvent.list())[0]?.id ?? '';
  }
  const requests = () => world.sandbox.requests('solapi').filter(({ method }) => method === 'POST').length;

  it('is carried on after the draw: both winners are told, and it ends', async () => {
    const id = await open('draw');
    const before = await life.ktEvent.draw(id);
    const { campaign, run, draw } = await life.play(id);

    expect([run?.version, run?.state, campaign.state]).toEqual([2, 'ended', 'settled']);
    expect(draw).toEqual(before);
    expect(life.ktEvent.verify(draw?.transcript)).toMatchObject({ valid: true });
    expect(await life.ktEvent.winners(id)).toHaveLength(3); // two who won, and a reserve
    expect((await life.ktEvent.status(id)).notices.map(({ state }) => state)).toEqual([
      'sent',
      'sent',
      'sent',
    ]);
  });

  it('whose winners it has told ends without telling anybody a second time', async () => {
    const id = await open('notify');
    const { campaign, notices } = await life.play(id);

    expect([campaign.state, requests()]).toEqual(['settled', 0]);
    expect(notices.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('would be seen to tell them twice, if what was told had been forgotten', async () => {
    const id = await open('notify', {
      spoil: (store) => ({
        ...store,
        journal: {
          ...store.journal,
          step: async (runId, key) => (key === 'notify' ? undefined : store.journal.step(runId, key)),
          recordStep: async (hold, key, result) =>
            key === 'notify' ? undefined : store.journal.recordStep(hold, key, result),
        },
        outcomes: { ...store.outcomes, notices: async () => [] },
      }),
    });
    await life.play(id);

    expect(requests()).toBeGreaterThan(0);
  });

  it('is refused with a reason and left as it is where it began by a version that nobody knows any more', async () => {
    const id = await open('draw', {}, 'update run set version = 1');
    const refused = life.ktEvent.advance(id);

    await expect(refused).rejects.toMatchObject({
      code: 'USER_040',
      context: { begun: 'campaign@1', known: 'campaign@3' },
    });
    expect([(await life.ktEvent.status(id)).run?.state, requests()]).toEqual(['waiting', 0]);
  });
});
