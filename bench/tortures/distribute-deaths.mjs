import { openCampaignWorld } from '../../packages/sdk/dist/testing/campaign-world.js';
import { aSmallBrief } from '../../packages/sdk/dist/testing/small-brief.js';

/**
 * Lets the process die before and after every single write of publishing one campaign on six channels, resumes, and
 * compares what customers saw with what they see when nobody dies.
 */
export async function enumerateDeaths() {
  const world = await openCampaignWorld();
  try {
    const campaignId = await world.make(aSmallBrief());
    const calm = await publish(world, campaignId);
    const wanted = JSON.stringify(reached(world));
    const deaths = calm.writes.flatMap((_write, index) =>
      ['before', 'after'].map((when) => ({ write: index + 1, when })),
    );
    const violations = { wrongAfterDeath: 0, repeatedAfterDeath: 0 };
    for (const death of deaths) {
      violations.repeatedAfterDeath += await dieOnce(world, campaignId, death);
      if (JSON.stringify(reached(world)) !== wanted) violations.wrongAfterDeath += 1;
    }
    return { deaths: deaths.length, violations };
  } finally {
    await world.close();
  }
}

/** @returns how many effects were sent again although their acknowledgement was on disk. */
async function dieOnce(world, campaignId, death) {
  await publish(world, campaignId, death);
  const life = await world.live();
  const before = attemptsOf(await life.ktEvent.effects({ campaignId }));
  await life.ktEvent.advance(campaignId, { until: 'distribute' });
  const after = new Map(attemptsOf(await life.ktEvent.effects({ campaignId })));
  await life.end();
  return before.filter(([id, attempts]) => after.get(id) !== attempts).length;
}

async function publish(world, campaignId, death) {
  await world.rewind();
  const life = await world.live({ death });
  const publishing = life.ktEvent.advance(campaignId, { until: 'distribute' });
  await (death ? publishing.catch(() => undefined) : publishing); // whatever a dead process has thrown, nobody heard it
  await life.end();
  return life;
}

function attemptsOf(effects) {
  return effects.filter(({ state }) => state === 'acked').map(({ id, attempts }) => [id, attempts]);
}

function reached({ sandbox }) {
  return sandbox
    .publications()
    .map(({ channel }) => channel)
    .sort();
}
