import { commit } from '../draw/commit.js';
import { draw } from '../draw/draw.js';
import { createEntryList, type EntryList } from '../draw/entry-list.js';
import { deadDays, deadTimeMs, revealTimeMs } from '../draw/timing.js';
import { BugError, ProviderError, UserError } from '../errors/index.js';
import { Suspension } from '../runs/suspension.js';
import type { SignedCommitment, Transcript } from '../schema/draw.js';
import type { Schedule } from '../schema/plan.js';
import type { DrawRecord } from '../store/draw-repository.js';
import { stampCommitment } from './anchor-campaign.js';
import { signMilestone } from './audit-milestone.js';
import { auditOnce } from './audit-once.js';
import type { CampaignRun } from './campaign-run.js';
import { drawTime, readDrawList, type rulesOf } from './draw-input.js';
import { signHead } from './entry-log.js';
import { storedSource } from './stored-source.js';

/** Where every campaign keeps its proof, and what checks it offline, relative to its folder. */
const transcriptPath = 'draw/transcript.json';
const verifierPath = 'draw/verify.html';

/** Pause before asking again for randomness that is late. A public chain catches up by itself. */
const lateBeaconMs = 30_000;

/** The same when it is missing for days. */
const deadBeaconMs = 3_600_000;

/** Entries that came in time may still be on their way to the disk when their time ends: the list waits for them. */
export const arrivalMs = 60_000;

/** What a draw is held to. */
export interface DrawTerms {
  readonly campaignId: string;
  readonly rules: Omit<ReturnType<typeof rulesOf>, 'prizes'> & {
    readonly prizes: readonly { readonly id: string; readonly quantity: number }[];
  };
  /** From when on nobody comes to the list, and when it was promised to be drawn. */
  readonly times: Pick<Schedule, 'closesAt' | 'drawAt'>;
}

/** Fixes the list, once. @returns how many are in it */
export async function commitOnce(deps: CampaignRun['deps'], terms: DrawTerms): Promise<number> {
  const known = await deps.store.draws.find(terms.campaignId);
  const signed = known?.commitment ?? (await publishCommitment(deps, terms));
  if (!signed) return 0;
  const { root, published_at: at, entries } = signed.commitment;
  const audited = await auditOnce(deps.store.audit, terms.campaignId, { type: 'COMMIT', root, at });
  await signMilestone(deps, audited, 'commitment');
  return entries;
}

async function publishCommitment(
  deps: CampaignRun['deps'],
  { campaignId, rules, times }: DrawTerms,
): Promise<SignedCommitment | undefined> {
  const { store, now, beacon, organiserKey } = deps;
  await signHead(campaignId, deps); // entries that came in at the last moment are in the log as well
  const read = await readDrawList(store, campaignId);
  if (!read) return undefined;
  const publishedAt = now();
  const chance = beacon();
  const signed = commit(
    {
      ...rules,
      ...read,
      closedAt: times.closesAt,
      publishedAt: publishedAt.toISOString(),
      beacon: await chance.announce(drawTime(times, publishedAt)),
      chain: chance.chain,
    },
    { organiserKey: await organiserKey() },
  );
  await store.draws.commit(campaignId, signed);
  return signed;
}

/** A draw that is done needs no anchor any more. */
export async function anchorDraw(run: CampaignRun, { campaignId, times }: DrawTerms): Promise<void> {
  const { commitment: committed, transcript } = await committedDraw(run.deps, campaignId);
  if (transcript) return;
  const deadline = revealTime(run.deps, committed, times);
  await stampCommitment(run, { campaignId, committed, deadline });
}

/** Until the randomness is there. */
export async function sleepUntilRevealed(
  { context, deps }: CampaignRun,
  { campaignId, times }: DrawTerms,
): Promise<void> {
  const { commitment } = await committedDraw(deps, campaignId);
  await context.sleepUntil('draw:at', revealTime(deps, commitment, times));
}

/** Draws once, and leaves the proof in the campaign's folder. */
export async function drawOnce(
  deps: CampaignRun['deps'],
  campaignId: string,
  signal: AbortSignal,
): Promise<Transcript> {
  const { commitment, transcript } = await committedDraw(deps, campaignId);
  const known = transcript ?? (await drawNow(deps, campaignId, { committed: commitment, signal }));
  await deps.store.draws.complete(campaignId, known);
  await deps.media.write(transcriptPath, new TextEncoder().encode(`${JSON.stringify(known, null, 2)}\n`));
  const page = await deps.verifierPage();
  if (page) await deps.media.write(verifierPath, page);
  const at = deps.now().toISOString();
  const audited = await auditOnce(deps.store.audit, campaignId, { type: 'DRAW', seed: known.seed, at });
  await signMilestone(deps, audited, 'draw');
  return known;
}

/** When the randomness is there; where people give it, when they are asked for it. */
function revealTime(
  deps: CampaignRun['deps'],
  { commitment }: SignedCommitment,
  times: DrawTerms['times'],
): Date {
  const revealMs = revealTimeMs(commitment.beacon, deps.beacon().chain);
  if (revealMs !== undefined) return new Date(revealMs);
  return drawTime(times, new Date(commitment.published_at));
}

async function committedDraw({ store }: CampaignRun['deps'], id: string): Promise<DrawRecord> {
  const record = await store.draws.find(id);
  if (!record) throw new BugError('BUG_001', { reason: 'a draw without a commitment' });
  return record;
}

async function drawNow(
  deps: CampaignRun['deps'],
  id: string,
  { committed, signal }: { readonly committed: SignedCommitment; readonly signal: AbortSignal },
): Promise<Transcript> {
  const source = deps.beacon();
  const proof = await source.reveal(committed.commitment.beacon, signal).catch((error: unknown) => {
    throw untilRevealed(error, deps.now(), revealTimeMs(committed.commitment.beacon, source.chain));
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

/**
 * Randomness that nobody gives yet is waited for, whatever the reason, and never replaced. Once it is dead, the run says
 * what only a person can do, and still looks.
 */
function untilRevealed(error: unknown, now: Date, revealedMs: number | undefined): unknown {
  if (!(error instanceof ProviderError)) return error;
  const isDead = revealedMs !== undefined && now.getTime() >= revealedMs + deadTimeMs;
  const reason = isDead
    ? new UserError('USER_094', { at: new Date(revealedMs).toISOString(), days: deadDays }, { cause: error })
    : error;
  const pauseMs = Math.max(isDead ? deadBeaconMs : lateBeaconMs, error.retryAfterMs ?? 0);
  return new Suspension('draw:randomness', new Date(now.getTime() + pauseMs), reason);
}
