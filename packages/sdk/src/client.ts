import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { approveCampaign } from './campaign/approve-campaign.js';
import { campaignDefinition } from './campaign/campaign-workflow.js';
import { modeOf, newCampaign } from './campaign/create-campaign.js';
import { findDue } from './campaign/find-due.js';
import { moveCampaign } from './campaign/move-campaign.js';
import { campaignRunId, effectsOf, readStatus, requireCampaign, runOf } from './campaign/read-status.js';
import { spendingCapKrw } from './campaign/spending-cap.js';
import { anchoring } from './client-anchors.js';
import { caching } from './client-caches.js';
import { endCampaign } from './client-cancel.js';
import { checking } from './client-check.js';
import { carryOnConsents } from './client-consent-runs.js';
import { consenting } from './client-consents.js';
import { couponing } from './client-coupons.js';
import { drawing } from './client-draws.js';
import { entering } from './client-entries.js';
import { generating } from './client-generation.js';
import { carryOnCodes, guardParts, requireCodesSendable } from './client-guards.js';
import { hints } from './client-hints.js';
import { carryOnLateClaims } from './client-late-claims.js';
import { openParts, type Parts } from './client-parts.js';
import { planning, proposeOffline } from './client-planning.js';
import { privacy } from './client-privacy.js';
import { proving } from './client-proofs.js';
import { carryOnWithdrawals, publications } from './client-publications.js';
import { signing } from './client-signing.js';
import { sketching } from './client-sketch.js';
import { telling } from './client-telling.js';
import { trending } from './client-trends.js';
import { visiting } from './client-visitors.js';
import { carryOnVoid, voiding } from './client-voids.js';
import { winning } from './client-winners.js';
import { composeStore } from './compose-store.js';
import { AuthError, UserError } from './errors/index.js';
import type { AdvanceOptions, KtEvent } from './kt-event.js';
import type { KtEventOptions } from './options.js';
import { countRefusalsInMemory } from './participate/count-refusals.js';
import { createCouponHolds } from './participate/coupon-holds.js';
import type { PartsOptions } from './parts-options.js';
import { mergeHealth } from './resilience/merge-health.js';
import { planBudgetMs } from './resilience/policy-defaults.js';
import type { Run } from './runs/journal.js';
import type { Campaign } from './schema/campaign.js';
import { createSteadyClock } from './steady-clock.js';

/**
 * Opens the toolkit on a data folder. Close it when done.
 *
 * @throws StoreError `STORE_001` when the folder cannot be used, `STORE_010` when the database cannot; AuthError `AUTH_001` when a provider has only
 * some of its credentials; UserError `USER_001` when a variable cannot be what it is for.
 * @example
 * ```ts
 * const ktEvent = await createKtEvent({ folder: '/srv/kt-event', output: '/srv/campaigns' });
 * const campaign = await ktEvent.create(brief);
 * await ktEvent.advance(campaign.id, { until: 'plan' });
 * ```
 */
export function createKtEvent(options: KtEventOptions): Promise<KtEvent> {
  return openClient(options);
}

/** {@link createKtEvent} on another store, or with less time for its plans: tests lose it in the middle of the work. */
export async function openClient(
  options: KtEventOptions & Partial<Pick<PartsOptions, 'planBudgetMs'>>,
  openStore: PartsOptions['openStore'] = composeStore,
): Promise<KtEvent> {
  const parts = await openParts({
    openStore,
    environment: {},
    kakaoAudience: [],
    entryThread: false,
    now: createSteadyClock(),
    sleep: (ms, signal) => wait(ms, undefined, signal && { signal }),
    publicUrl: () => 'http://localhost:8787',
    newId: randomUUID,
    randomBytes,
    random: Math.random,
    elapsedMs: () => performance.now(),
    planBudgetMs,
    ...options,
  });
  try {
    return compose(parts);
  } catch (error) {
    await parts.store.close();
    throw error;
  }
}

function compose(opened: Parts): KtEvent {
  const { entries, close: closeCounts } = countRefusalsInMemory({ ...opened, entries: opened.store.entries });
  const parts = { ...opened, store: { ...opened.store, entries } };
  const { stop, ...hearing } = hints(parts);
  const holds = createCouponHolds({ coupons: parts.store.coupons, now: parts.now });
  const { guarding, guards, close: closeGuards } = guardParts(parts);
  const { stop: stopChecking, ...checks } = checking(parts);
  const { stop: stopPlanning, ...planningKept } = planning(parts);
  const { stop: stopCounting, ...counted } = caching(parts, planningKept.planCache);
  const { stop: stopTaking, ...taking } = entering(parts, guards, holds);
  const { stop: stopGenerating, ...makes } = generating(parts, async (id, signal) => {
    await carryOn(parts, id, { until: 'generate', signal });
  });
  return {
    ...makes,
    ...sketching(parts),
    ...planningKept,
    ...counted,
    ...checks,
    ...trending(parts),
    ...campaigns(parts),
    ...running(parts, [
      stopGenerating,
      stop,
      stopPlanning,
      stopCounting,
      stopChecking,
      stopTaking,
      closeGuards,
      closeCounts,
    ]),
    ...hearing,
    ...publications(parts),
    ...taking,
    ...guarding,
    ...couponing(parts, holds),
    ...drawing(parts),
    ...signing(parts),
    ...anchoring(parts),
    ...voiding(parts),
    ...showing(parts),
    ...visiting(parts),
    ...proving(parts),
    ...winning(parts),
    ...telling(parts),
    ...privacy(parts),
    ...consenting(parts),
  };
}

function campaigns(
  parts: Parts,
): Pick<KtEvent, 'create' | 'find' | 'list' | 'status' | 'draw' | 'approve' | 'cancel' | 'due'> {
  const { store, providers, output, now } = parts;
  return {
    async create(brief, { rehearsal = false, folder } = {}) {
      await proposeOffline(parts, brief, { rehearsal }); // a brief that no plan fits is refused before anything is stored
      const mode = modeOf(providers.channels(brief.channels, parts.media('')));
      requireCodesSendable(parts, brief);
      if (brief.draw) providers.beacon(brief.draw.beacon); // refused now rather than on the day of the draw
      const campaign = newCampaign({ brief, rehearsal, mode, output, folder }, parts);
      await store.campaigns.add(campaign);
      await startRun(parts, campaign.id);
      return campaign;
    },
    find: async (idOrSlug) => (await store.campaigns.find(idOrSlug)) ?? store.campaigns.findBySlug(idOrSlug),
    list: () => store.campaigns.list(),
    status: (campaignId) => readStatus(store, campaignId),
    draw: (campaignId) => store.draws.find(campaignId),
    approve: (campaignId, approval) =>
      approveCampaign(store, campaignId, { ...approval, at: now().toISOString() }),
    async cancel(campaignId) {
      const { id } = await requireCampaign(store, campaignId);
      await moveCampaign(store.campaigns, id, 'cancelled');
      await endCampaign(parts, id);
      return requireCampaign(store, id);
    },
    due: () => findDue(store, now()),
  };
}

function running(
  parts: Parts,
  stops: readonly (() => Promise<void>)[],
): Pick<KtEvent, 'advance' | 'effects' | 'resolveEffect' | 'providers' | 'on' | 'close'> {
  const { store, listeners, health, renderer } = parts;
  return {
    async advance(campaignId, options = {}) {
      const { signal } = options;
      const campaign = await carryOn(parts, campaignId, options);
      await carryOnWithdrawals(parts, campaign.id, signal);
      await carryOnLateClaims(parts, campaign, signal);
      await carryOnVoid(parts, campaign, signal);
      await carryOnConsents(parts, campaign, signal);
      await carryOnCodes(parts, campaign, signal);
      return readStatus(store, campaign.id);
    },
    async effects({ campaignId } = {}) {
      if (campaignId === undefined) return store.journal.effects();
      return effectsOf(store, (await requireCampaign(store, campaignId)).id);
    },
    resolveEffect: (effectId, happened) => store.journal.resolve(effectId, happened),
    providers: async () => mergeHealth(health.snapshot(), await store.health.list()),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      for (const stop of stops) await stop();
      await health.flush();
      await renderer.close();
      await store.close();
    },
  };
}

/** Carries the campaign's own run on, and nothing that goes on beside it. */
async function carryOn(
  parts: Parts,
  campaignId: string,
  { until, signal, ...distribution }: AdvanceOptions,
): Promise<Campaign> {
  const { store, engine } = parts;
  const campaign = await requireCampaign(store, campaignId);
  const run = (await runOf(store, campaign.id)) ?? (await startRun(parts, campaign.id));
  const workflow = await parts.workflow(campaign, { until, distribution });
  await engine.advance(run.id, workflow, { signal, capKrw: spendingCapKrw(campaign, parts.planning.capKrw) });
  return campaign;
}

/** The one run of a campaign: the same id again gives the run that stands, so an interrupted start is made up for. */
function startRun({ engine }: Parts, campaignId: string): Promise<Run> {
  const options = { runId: campaignRunId(campaignId), subject: campaignId };
  return engine.start(campaignDefinition, { campaignId }, options);
}

function showing(parts: Parts): Pick<KtEvent, 'mediaPath' | 'openMedia'> {
  const { store, media } = parts;
  return {
    mediaPath: parts.mediaPath,
    async openMedia(path, query) {
      const version = await parts.mediaSigner.verify(path, query);
      const [, , slug = '', creativeId = ''] = path.split('/');
      const campaign = await requireCampaign(store, slug);
      if (campaign.mediaVersion !== version) throw new AuthError('AUTH_003', {});
      const creative = campaign.creatives.find(({ id }) => id === creativeId);
      if (!creative) throw new UserError('USER_002', { what: 'media', id: creativeId });
      return { creative, bytes: await media(campaign.folder).read(creative.path) };
    },
  };
}
