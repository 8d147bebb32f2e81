import { commitmentHash } from '../draw/commitment-hash.js';
import { ProviderError } from '../errors/index.js';
import { Suspension } from '../runs/suspension.js';
import type { EffectSpec } from '../runs/workflow.js';
import type { Anchor, SignedCommitment } from '../schema/draw.js';
import type { CampaignDeps } from './campaign-deps.js';
import type { CampaignRun } from './campaign-run.js';

/** The stamp of the commitment as it came, for `openssl ts -verify`, relative to the campaign's folder. */
const stampPath = 'draw/commitment.tsr';

/** Least pause before a time-stamp authority that is down is asked again; a third of the time left, if that is longer. */
const downMs = 60_000;

interface Anchoring {
  readonly campaignId: string;
  readonly committed: SignedCommitment;
  /** When the randomness may be known: an anchor from then on proves nothing. */
  readonly deadline: Date;
}

/**
 * Has the commitment stamped by a third party, where one is configured. One that is down is asked until the randomness
 * comes, and never holds the draw up: the transcript then names no anchor, and the verdict says so.
 */
export async function stampCommitment({ context, deps }: CampaignRun, anchoring: Anchoring): Promise<void> {
  if (!deps.timeStamps || deps.now() >= anchoring.deadline) return;
  const result = await context.effect('anchor', toEffect(deps, deps.timeStamps, anchoring));
  if (!('error' in result) || (result.state === 'rejected' && !result.error.retryable)) return;
  throw new Suspension(
    'draw:anchor',
    nextAsk(deps.now(), anchoring.deadline),
    new ProviderError('PROVIDER_005', reasonOf(result.error.code)),
  );
}

function nextAsk(now: Date, deadline: Date): Date {
  const leftMs = deadline.getTime() - now.getTime();
  return new Date(now.getTime() + Math.min(leftMs, Math.max(downMs, leftMs / 3)));
}

const reasonOf = (reason: string) => ({ provider: 'tsa', reason });

/**
 * Looked up among our own anchors: a stamp that was kept counts as sent. One whose answer was lost is nowhere to be
 * found and not missed, since another is as true.
 */
function toEffect(
  { store, media }: CampaignDeps,
  timeStamps: NonNullable<CampaignDeps['timeStamps']>,
  { campaignId, committed, deadline }: Anchoring,
): EffectSpec<Stamped> {
  const hash = commitmentHash(committed.commitment);
  return {
    idempotency: 'lookup',
    request: { hash },
    async send(_sending, signal) {
      const { token, at, authority } = await timeStamps.stamp(hash, signal);
      if (at >= deadline) throw new ProviderError('PROVIDER_001', reasonOf('the stamp is too late'));
      await media.write(stampPath, Buffer.from(token, 'base64'));
      const where = timeStamps.mode === 'live' ? authority : `sandbox: ${authority}`;
      const anchor = { kind: 'timestamp_token', where, at: at.toISOString() } as const;
      await store.anchors.add(campaignId, { ...anchor, fingerprint: hash.slice(0, 16) });
      return { where, at: anchor.at };
    },
    async find() {
      const kept = await store.anchors.byCampaign(campaignId);
      const stamp = kept.find(({ kind }: Anchor) => kind === 'timestamp_token');
      return stamp && { where: stamp.where, at: stamp.at };
    },
  };
}

type Stamped = Readonly<Record<'where' | 'at', string>>;
