import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CampaignWorld, openCampaignWorld } from '../testing/campaign-world.js';
import { aSmallBrief } from '../testing/small-brief.js';

const brief = aSmallBrief({ channels: ['ringo_biz'] });

describe('the voice of the ring-back tone', () => {
  let world: CampaignWorld;

  beforeEach(async () => {
    world = await openCampaignWorld();
  });
  afterEach(() => world.close());

  it('is told of once it is there', async () => {
    const life = await world.live();
    const states: string[] = [];
    life.ktEvent.on((event) => {
      if (event.type === 'stage:item' && event.item === 'ringo_biz/audio') states.push(event.state);
    });

    await life.make(brief);
    await life.end();

    expect(states).toEqual(['sending', 'made']);
  });

  const spoken = () => world.sandbox.requests('clova').length;

  it('is left to a person when nobody can speak it now, and the campaign goes on', async () => {
    world.sandbox.addFault({ provider: 'clova', fault: { kind: 'status', code: 500 }, times: 50 });
    const life = await world.live();

    const { creatives, state } = await life.make(brief);
    await life.end();

    expect(state).toBe('approved');
    expect(creatives.map(({ id }) => id)).toContain('ringo_biz-text');
    expect(creatives.filter(({ kind }) => kind === 'audio')).toEqual([]);
  });

  it('is paid for once, though the process dies after it was spoken', async () => {
    const calm = await world.live();
    await calm.make(brief);
    await calm.end();
    const write = calm.writes.lastIndexOf('journal.recordStep generate') + 1;
    await world.rewind();
    const dying = await world.live({ death: { write, when: 'before' } });
    await dying.make(brief).catch(() => undefined);
    await dying.end();
    const before = spoken();
    const life = await world.live();

    const { creatives } = await life.make(brief);
    await life.end();

    expect([write > 0, before, spoken()]).toEqual([true, 1, 1]);
    expect(creatives.filter(({ kind }) => kind === 'audio')).toHaveLength(1);
  });
});
