import { commit } from '../draw/commit.js';
import { draw } from '../draw/draw.js';
import { createEntryList, type EntryList } from '../draw/entry-list.js';
import { revealTimeMs } from '../draw/timing.js';
import { BugError, ProviderError } from '../errors/index.js';
import { Suspension } from '../runs/suspension.js';
import type { Campaign } from '../schema/campaign.js';
import type { SignedCommitment } from '../schema/draw.js';
import type { DrawRecord } from '../store/draw-repository.js';
import { stampCommitment } from './anchor-campaign.js';
import { auditOnce } from './audit-once.js';
import type { CampaignRun } from './campaign-run.js';
import { drawTime, readDrawList, rulesOf } from './draw-input.js';
import { signHead } from './entry-log.js';
import { moveCampaign } from './move-campaign.js';
import { scheduleOf } from './run-entries.js';
import { storedSource } from './stored-source.js';

/** Where every campaign keeps its proof, and what checks it offline, relative to its folder. */
const transcriptPath = 'draw/transcript.json';
const verifierPath = 'draw/verify.html';

/** Pause before asking again for randomness that is late. A public chain catches up by itself. */
const lateBeaconMs = 30_000;

/** Entries that came in time may still be on their way to the disk when the period ends: the list waits for them. */
const arrivalMs = 60_000;

/** Fixes the list of entries before the randomness exists. @returns false when there is nothing to draw. */
export async function commitCampaign(run: CampaignRun): Promise<boolean> {
  const { context, deps, campaign } = run;
  const current = await campaign();
  if (current.brief.entry.mechanic === 'first_come') return false;
  await context.sleepUntil('entries', new Date(Date.parse(scheduleOf(current).closesAt) + arrivalMs));
  const { entries } = await context.step('commit', async () => {
    const known = await deps.store.draws.find(current.id);
    const signed = known?.commitment ?? (await publishCommitment(deps, current));
    if (!signed) return { entries: 0 };
    const { root, published_at: at, entries } = signed.commitment;
    await auditOnce(deps.store.audit, current.id, { type: 'COMMIT', root, at });
    return { entries };
  });
  if (entries > 0) await anchorDraw(run);
  return entries > 0;
}

async function publishCommitment(
  deps: CampaignRun['deps'],
  campaign: Campaign,
): Promise<SignedCommitment | undefined> {
  const { store, now, beacon, organiserKey } = deps;
  await signHead(campaign.id, deps); // entries that came in at the last moment are in the log as well
  const read = await readDrawList(store, campaign.id);
  if (!read) return undefined;
  const publishedAt = now();
  const schedule = scheduleOf(campaign);
  const chance = beacon();
  const signed = commit(
    {
      ...rulesOf(campaign),
      ...read,
      closedAt: schedule.closesAt,
      publishedAt: publishedAt.toISOString(),
      beacon: await chance.announce(drawTime(schedule, publishedAt)),
      chain: chance.chain,
    },
    { organiserKey: await organiserKey() },
  );
  await store.draws.commit(campaign.id, signed);
  return signed;
}

/** Waits for the announced randomness, draws once, and leaves the proof in the campaign's folder. */
export async function drawCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  const current = await campaign();
  const { id } = current;
  const committed = await committedDraw(deps, id);
  await context.sleepUntil('draw:at', revealTime(deps, current, committed.commitment));
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

/** A draw that is done needs no anchor any more. */
async function anchorDraw(run: CampaignRun): Promise<void> {
  const current = await run.campaign();
  const { commitment: committed, transcript } = await committedDraw(run.deps, current.id);
  if (transcript) return;
  const deadline = revealTime(run.deps, current, committed);
  await stampCommitment(run, { campaignId: current.id, committed, deadline });
}

/** When the randomness is there; where people give it, when they are asked for it. */
function revealTime(deps: CampaignRun['deps'], campaign: Campaign, { commitment }: SignedCommitment): Date {
  const revealMs = revealTimeMs(commitment.beacon, deps.beacon().chain);
  if (revealMs !== undefined) return new Date(revealMs);
  return drawTime(scheduleOf(campaign), new Date(commitment.published_at));
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
  const list = await listOf(deps, id);
  return draw(
    { committed, list, proof, anchors: await deps.store.anchors.byCampaign(id), drawnAt: deps.now() },
    { organiserKey: await deps.organiserKey() },
  );
}

function listOf({ store }: CampaignRun['deps'], id: string): Promise<EntryList> {
  return createEntryList(id, storedSource(store.entryPages, id));
}

/** Randomness that nobody gives yet is waited for, whatever the reason, and never replaced. */
function untilRevealed(error: unknown, now: Date): unknown {
  if (!(error instanceof ProviderError)) return error;
  const pauseMs = Math.max(lateBeaconMs, error.retryAfterMs ?? 0);
  return new Suspension('draw:randomness', new Date(now.getTime() + pauseMs), error);
}
