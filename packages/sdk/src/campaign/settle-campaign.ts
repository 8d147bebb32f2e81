import { analyze } from '../analyze/analyze.js';
import { BugError } from '../errors/index.js';
import type { ConsentFacts } from '../rules/facts-after.js';
import type { Campaign } from '../schema/campaign.js';
import type { Report } from '../schema/report.js';
import type { DrawRecord } from '../store/draw-repository.js';
import type { Store } from '../store/store.js';
import { type CampaignRun, plannedCampaign } from './campaign-run.js';
import { insightOf } from './insight-of.js';
import { moveCampaign } from './move-campaign.js';
import { effectsOf } from './read-status.js';
import { settleNotices } from './settle-notices.js';
import { sortConsents } from './sort-consents.js';

/** Measures what came of it. */
export async function analyzeCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  await context.step('analyze', async (signal) => {
    await settleNotices(deps, (await campaign()).id, signal);
    const report = await measure(deps, await plannedCampaign({ campaign }), signal);
    await deps.store.outcomes.saveReport(report);
    await deps.media.write('report.json', new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`));
    return { at: report.at };
  });
}

/** The report of a campaign from what is known now. */
async function measure(
  { store, now, knowledge, sales, messenger }: CampaignRun['deps'],
  campaign: Campaign,
  signal: AbortSignal,
): Promise<Report> {
  const { id } = campaign;
  const [
    { kept: readableEntries },
    entries,
    places,
    days,
    told,
    publications,
    notices,
    draw,
    coupons,
    redeemed,
  ] = await Promise.all([
    store.persons.count(id),
    store.entries.tally(id),
    store.places.tally(id),
    store.entries.byDay(id),
    store.outcomes.report(id), // what the store had told outlives a new count
    store.outcomes.publications(id),
    store.outcomes.notices(id),
    store.draws.find(id),
    store.coupons.list(id),
    redeemedOf(store, campaign, now()),
  ]);
  const drawn = drawnOf(campaign, coupons.length, draw);
  const { codesSent: count, codesKrw: costKrw } = await store.guards.tally(id);
  const codes = { count, costKrw };
  const ai = await aiCosts(store, id);
  const seen = { campaign, ai, entries, places, days, redeemed, publications, notices, codes, drawn };
  const { newCustomers } = told ?? {};
  const consents = await untoldOf(store, campaign, now());
  return analyze(
    { ...seen, consents, readableEntries, newCustomers },
    { now, knowledge, sales, price: messenger.price },
    signal,
  );
}

/** Who agreed to hear of the store, or took that back, and was not told what became of it. Who waits has not been told yet. */
async function untoldOf(store: Store, campaign: Campaign, at: Date): Promise<ConsentFacts | undefined> {
  const { given, withdrawn } = await sortConsents(store, campaign, at);
  const days = [given, withdrawn]
    .flatMap(({ untold, pending }) => [...untold, ...pending])
    .map(({ on }) => on)
    .sort();
  return days[0] === undefined ? undefined : { unacknowledged: days.length, firstOn: days[0] };
}

/** What models and voices came to, each thing that was ordered of them. */
async function aiCosts(store: Store, campaignId: string): Promise<Report['ai']> {
  const effects = await effectsOf(store, campaignId);
  return effects
    .filter(({ key, settledKrw }) => /^(plan|paint)\/|^generate\/voice$/.test(key) && settledKrw > 0)
    .map(({ key, settledKrw }) => ({ item: key, costKrw: settledKrw }));
}

/** Prizes taken among those that were drawn, coupons used among those that were given. */
async function redeemedOf(
  { awards, coupons }: Store,
  { id, brief }: Campaign,
  at: Date,
): Promise<Report['redeemed']> {
  if (brief.entry.mechanic === 'first_come') {
    const [stock, given] = await Promise.all([
      coupons.stock(id, { since: at.toISOString() }),
      coupons.list(id),
    ]);
    return stock && { taken: stock.redeemed, of: given.length };
  }
  const all = await awards.list(id);
  const taken = all.filter(({ state }) => state === 'claimed' || state === 'handed_over');
  const drawn = all.filter(({ reserve }) => reserve === undefined);
  return drawn.length === 0 ? undefined : { taken: taken.length, of: drawn.length };
}

/** First-come serves whoever has a coupon. */
function drawnOf({ brief }: Campaign, coupons: number, draw: DrawRecord | undefined) {
  if (brief.entry.mechanic === 'first_come') return { winners: coupons, reserves: 0 };
  const slots = draw?.transcript?.results ?? [];
  const reserves = slots.filter(({ slot }) => slot.startsWith('reserve-')).length;
  return { winners: slots.length - reserves, reserves };
}

/** Keeps one lesson for the store's next plan; then the campaign is settled. */
export async function learnCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  await context.step('learn', async () => {
    const current = await plannedCampaign({ campaign });
    const { outcomes, campaigns } = deps.store;
    const report = await outcomes.report(current.id);
    if (!report) throw new BugError('BUG_001', { reason: 'nothing was measured' });
    const insight = await insightOf(deps, current, report);
    await outcomes.saveInsight(insight);
    await deps.media.write('insight.json', new TextEncoder().encode(`${JSON.stringify(insight, null, 2)}\n`));
    await moveCampaign(campaigns, current.id, 'settled');
    return { insight: insight.sentence };
  });
}
