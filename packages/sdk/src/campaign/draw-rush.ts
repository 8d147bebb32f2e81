import type { Campaign } from '../schema/campaign.js';
import type { CampaignRun } from './campaign-run.js';
import { rulesOf } from './draw-input.js';
import {
  anchorDraw,
  arrivalMs,
  commitOnce,
  type DrawTerms,
  drawOnce,
  sleepUntilRevealed,
} from './draw-list.js';

/** What is drawn among those of the first seconds. */
export const couponPrize = 'coupon';

/**
 * Those who came in the first seconds of a first-come campaign: all of them have a coupon where there are enough, and
 * lots are drawn among them where there are not, while the rest goes on to whoever comes.
 */
export async function drawRush(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const { id, brief } = await campaign();
  if (brief.entry.mechanic !== 'first_come' || brief.entry.rushSeconds === undefined) return;
  const { rush, coupons } = deps.store;
  const { until } = await context.step('rush:until', async () => {
    const stock = await coupons.stock(id, { since: '' });
    return { until: stock?.rushUntil ?? deps.now().toISOString() };
  });
  await context.sleepUntil('rush:end', new Date(Date.parse(until) + arrivalMs));
  const { pieces, entries } = await context.step('rush', async () => {
    const setAside = await rush.end(id);
    return { pieces: setAside, entries: await serveRush(run, setAside, until) };
  });
  if (entries > 0) await drawAmong(run, termsOf(await campaign(), pieces, until));
}

/** @returns among how many lots have to be drawn, their list fixed; 0 when everybody has a coupon */
async function serveRush({ deps, campaign }: CampaignRun, pieces: number, until: string): Promise<number> {
  if (pieces === 0) return 0;
  const current = await campaign();
  const { id } = current;
  const known = await deps.store.draws.find(id);
  const few = known ? [] : await deps.store.entryPages.byId(id, { after: undefined, limit: pieces + 1 });
  if (known || few.length > pieces) return commitOnce(deps, termsOf(current, pieces, until));
  const inOrder = few.toSorted((a, b) => a.seq - b.seq).map((entry) => entry.id);
  await deps.store.rush.give(id, { entryIds: inOrder, at: deps.now().toISOString() });
  return 0;
}

async function drawAmong(run: CampaignRun, terms: DrawTerms): Promise<void> {
  const { context, deps } = run;
  await anchorDraw(run, terms);
  await sleepUntilRevealed(run, terms);
  await context.step('rush:draw', async (signal) => {
    const { results } = await drawOnce(deps, terms.campaignId, signal);
    const entryIds = results.map(({ entry_id: entryId }) => entryId);
    await deps.store.rush.give(terms.campaignId, { entryIds, at: deps.now().toISOString() });
    return { winners: entryIds.length };
  });
}

function termsOf(campaign: Campaign, pieces: number, until: string): DrawTerms {
  const prizes = [{ id: couponPrize, quantity: pieces }];
  const drawAt = campaign.brief.draw?.at;
  return {
    campaignId: campaign.id,
    rules: { ...rulesOf(campaign), prizes, reserves: 0 },
    times: { closesAt: until, ...(drawAt !== undefined && { drawAt }) },
  };
}
