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
import { judgeDraw } from './judge-draw.js';
import { moveCampaign } from './move-campaign.js';
import { scheduleOf } from './run-entries.js';

/** Fixes the list of entries before the randomness exists. @returns false when there is nothing to draw. */
export async function commitCampaign(run: CampaignRun): Promise<boolean> {
  const { context, deps, campaign } = run;
  const current = await campaign();
  if (current.brief.entry.mechanic === 'first_come') return false;
  const terms = termsOf(current);
  await context.sleepUntil('entries', new Date(Date.parse(terms.times.closesAt) + arrivalMs));
  const { entries } = await context.step('commit', async () => ({ entries: await commitOnce(deps, terms) }));
  if (entries > 0) await anchorDraw(run, terms);
  return entries > 0;
}

/** Waits for the announced randomness and draws. */
export async function drawCampaign(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const current = await campaign();
  await sleepUntilRevealed(run, termsOf(current));
  await context.step('draw', async (signal) => {
    const { results } = await drawOnce(deps, current.id, signal);
    await judgeDraw(deps, current.id, results);
    await moveCampaign(deps.store.campaigns, current.id, 'drawn');
    return { winners: results.length };
  });
}

const termsOf = (campaign: Campaign): DrawTerms => ({
  campaignId: campaign.id,
  rules: rulesOf(campaign),
  times: scheduleOf(campaign),
});
