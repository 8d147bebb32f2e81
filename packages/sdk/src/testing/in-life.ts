import type { CampaignWorld, Life, LifeOptions } from './campaign-world.js';

/** Begins a life, and ends it whatever comes of it. */
export async function inLife<T>(
  world: CampaignWorld,
  options: LifeOptions,
  use: (life: Life) => Promise<T>,
): Promise<T> {
  const life = await world.live(options);
  try {
    return await use(life);
  } finally {
    await life.end();
  }
}
