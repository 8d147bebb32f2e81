import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Brief } from '../schema/brief.js';
import { type CampaignWorld, type Life, type LifeOptions, openCampaignWorld } from './campaign-world.js';

/** A campaign that is made once for a suite; each test begins in a new life, where it is ready to be published. */
export interface OneCampaign {
  readonly world: CampaignWorld;
  readonly id: string;
  readonly life: Life;
  /** Ends the life and begins the next. */
  again(options?: LifeOptions): Promise<void>;
}

/** Registers what comes before and after the tests of the suite it is called in. */
export function oneCampaign(brief: Brief): OneCampaign {
  let world: CampaignWorld;
  let id: string;
  let life: Life;
  beforeAll(async () => {
    world = await openCampaignWorld();
    id = await world.make(brief);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rewind();
    life = await world.live();
  });
  afterEach(() => life.end());

  return {
    get world() {
      return world;
    },
    get id() {
      return id;
    },
    get life() {
      return life;
    },
    async again(options = {}) {
      await life.end();
      life = await world.live(options);
    },
  };
}
