import { commit } from '../draw/commit.js';
import { draw } from '../draw/draw.js';
import { earliestDrawAt, revealTimeMs } from '../draw/timing.js';
import { BugError, ProviderError } from '../errors/index.js';
import { fingerprint } from '../runs/client-ref.js';
import { Suspension } from '../runs/suspension.js';
import type { Campaign } from '../schema/campaign.js';
import type { DrawEntry, SignedCommitment } from '../schema/draw.js';
import type { Entry } from '../schema/entry.js';
import { chosenConcept, type Schedule } from '../schema/plan.js';
import type { DrawRecord } from '../store/draw-repository.js';
import { auditOnce } from './audit-once.js';
import type { CampaignRun } from './campaign-run.js';
import { moveCampaign } from './move-campaign.js';
import { scheduleOf } from './run-entries.js';

/** Where every campaign keeps its proof, and what checks it offline, relative to its folder. */
const transcriptPath = 'draw/transcript.json';
const verifierPath = 'draw/verify.html';

/** Pause before asking again for randomness that is late. A public chain catches up by itself. */
const lateBeaconMs = 30_000;

/** Entries that came in time may still be on their way to the disk when the period ends: the list waits for them. */
const arrivalMs = 60_000;

/** Fixes the list of entries before the randomness exists. @returns false when there is nothing to draw. */
export async function commitCampaign({ context, deps, campaign }: CampaignRun): Promise<boolean> {
  const current = await campaign();
  if (current.brief.entry.mechanic === 'first_come') return false;
  await context.sleepUntil('entries', new Date(Date.parse(scheduleOf(current).closesAt) + arrivalMs));
  const { entries } = await context.step('commit', async () => {
    const list = await deps.store.entries.list(current.id);
    if (list.length === 0) return { entries: 0 };
    const known = await deps.store.draws.find(current.id);
    const { commitment } =
      known?.commitment ?? (await publishCommitment(deps, current, list.map(toDrawEntry)));
    const { root, published_at: at } = commitment;
    await auditOnce(deps.store.audit, current.id, { type: 'COMMIT', root, at });
    return { entries: list.length };
  });
  return entries > 0;
}

async function publishCommitment(
  { store, now, beacon, organiserKey }: CampaignRun['deps'],
  campaign: Campaign,
  entries: readonly DrawEntry[],
): Promise<SignedCommitment> {
  const publishedAt = now();
  const schedule = scheduleOf(campaign);
  const source = beacon();
  const signed = commit(
    {
      ...rulesOf(campaign),
      eventId: campaign.id,
      entries,
      closedAt: schedule.closesAt,
      publishedAt: publishedAt.toISOString(),
      beacon: await source.announce(drawTime(schedule, publishedAt)),
      chain: source.chain,
    },
    { organiserKey: await organiserKey() },
  );
  await store.draws.commit(campaign.id, signed);
  return signed;
}

/** As promised, or later when the commitment itself was late: people must see it before anybody knows who wins. */
function drawTime({ drawAt, closesAt }: Schedule, publishedAt: Date): Date {
  const promised = new Date(drawAt ?? closesAt);
  const earliest = earliestDrawAt(publishedAt);
  return promised < earliest ? earliest : promised;
}

/** What the odds depend on, and a hash of all that was promised. */
function rulesOf(campaign: Campaign) {
  const { brief, plan } = campaign;
  if (!plan) throw new BugError('BUG_001', { reason: 'a campaign without a plan was closed' });
  const { prizes, reserves } = chosenConcept(plan);
  const bonus = brief.entry.mechanic === 'lottery' ? brief.entry.visitBonus : 0;
  const rulesSha256 = fingerprint({ name: brief.name, entry: brief.entry, schedule: plan.schedule, prizes });
  return { prizes, reserves, maxWeight: 1 + bonus, rulesSha256 };
}

/** Waits for the announced randomness, draws once, and leaves the proof in the campaign's folder. */
export async function drawCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  const current = await campaign();
  const { id } = current;
  const committed = await committedDraw(deps, id);
  const { beacon, published_at: publishedAt } = committed.commitment.commitment;
  const revealMs = revealTimeMs(beacon, deps.beacon().chain);
  const drawAt = drawTime(scheduleOf(current), new Date(publishedAt));
  await context.sleepUntil('draw:at', revealMs === undefined ? drawAt : new Date(revealMs));
  await context.step('draw', async (signal) => {
    const known = committed.transcript ?? (await drawOnce(deps, id, committed.commitment, signal));
    await deps.store.draws.complete(id, known);
    await deps.media.write(transcriptPath, new TextEncoder().encode(`${JSON.stringify(known, null, 2)}\n`));
    const page = await deps.verifierPage();
    if (page) await deps.media.write(verifierPath, page);
    await auditOnce(deps.store.audit, id, { type: 'DRAW', seed: known.seed, at: deps.now().toISOString() });
    await moveCampaign(deps.store.campaigns, id, 'drawn');
    return { winners: known.results.length };
  });
}

async function committedDraw({ store }: CampaignRun['deps'], id: string): Promise<DrawRecord> {
  const record = await store.draws.find(id);
  if (!record) throw new BugError('BUG_001', { reason: 'a draw without a commitment' });
  return record;
}

async function drawOnce(
  deps: CampaignRun['deps'],
  id: string,
  committed: SignedCommitment,
  signal: AbortSignal,
) {
  const source = deps.beacon();
  const proof = await source.reveal(committed.commitment.beacon, signal).catch((error: unknown) => {
    throw untilRevealed(error, deps.now());
  });
  const entries = (await deps.store.entries.list(id)).map(toDrawEntry);
  return draw(
    { committed, entries, proof, anchors: [], drawnAt: deps.now() },
    { organiserKey: await deps.organiserKey() },
  );
}

function toDrawEntry({ id, weight, ownerTag }: Entry): DrawEntry {
  return { entryId: id, weight, ownerTag };
}

/** Randomness that nobody gives yet is waited for, whatever the reason, and never replaced. */
function untilRevealed(error: unknown, now: Date): unknown {
  if (!(error instanceof ProviderError)) return error;
  const pauseMs = Math.max(lateBeaconMs, error.retryAfterMs ?? 0);
  return new Suspension('draw:randomness', new Date(now.getTime() + pauseMs), error);
}
