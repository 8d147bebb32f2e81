import { createHash } from 'node:crypto';
import { carriesHash } from '../draw/carries-hash.js';
import { commitmentHash } from '../draw/commitment-hash.js';
import { revealTimeMs } from '../draw/timing.js';
import { UserError } from '../errors/index.js';
import type { PublicPageReader } from '../providers/page-check.js';
import { isAtStandIn, notThere, readPlace } from '../providers/post-address.js';
import { type Anchor, anchorSchema, type ChainInfo, type Commitment } from '../schema/draw.js';
import type { DrawRecord } from '../store/draw-repository.js';
import type { Store } from '../store/store.js';
import { drawnAtOf } from './certificate-of.js';

export interface PlaceDeps {
  readonly pages: PublicPageReader;
  /** Origin of the blog's stand-in on this machine, in a rehearsal. */
  readonly standIn: string | undefined;
}

export interface AnchorDeps extends PlaceDeps {
  readonly store: Pick<Store, 'draws' | 'anchors'>;
  readonly now: () => Date;
  /** Of the draw's randomness, where it is a chain. */
  readonly chain: ChainInfo | undefined;
}

/** A commitment for which a place still counts. @throws UserError `USER_002`, `USER_092`, `USER_096` */
export async function requireAnchorable(
  campaignId: string,
  { store, now, chain }: Omit<AnchorDeps, keyof PlaceDeps>,
): Promise<Commitment> {
  const record = await store.draws.find(campaignId);
  if (!record) throw new UserError('USER_002', { what: 'commitment', id: campaignId });
  const { voided } = record;
  if (voided) throw new UserError('USER_092', { campaignId, at: voided.record.voided_at });
  const knownAt = knownSince(record, chain);
  if (knownAt !== undefined && now() >= new Date(knownAt)) throw new UserError('USER_096', { at: knownAt });
  return record.commitment.commitment;
}

/** When somebody may first have known who wins; undefined while nobody can say. */
function knownSince(
  { commitment, transcript }: DrawRecord,
  chain: ChainInfo | undefined,
): string | undefined {
  const revealedMs = revealTimeMs(commitment.commitment.beacon, chain);
  if (revealedMs !== undefined) return new Date(revealedMs).toISOString();
  return transcript && drawnAtOf(transcript);
}

/**
 * Reads a public page in which a person has made the commitment known, and keeps where, when and what was read. The same
 * place again stays as it was first seen.
 *
 * @throws UserError `USER_095` when the whole hash is not there, `USER_043` for an address nobody else could open
 */
export async function anchorPost(
  campaignId: string,
  { url: text, signal }: { readonly url: string; readonly signal?: AbortSignal | undefined },
  deps: AnchorDeps,
): Promise<Anchor> {
  const hash = commitmentHash(await requireAnchorable(campaignId, deps));
  const { url, page } = readPlace(text, deps);
  const where = isAtStandIn(page, deps.standIn) ? `sandbox: ${url}` : url;
  if (!anchorSchema.shape.where.safeParse(where).success) throw notThere(text, 'https://…');
  const bytes = await deps.pages.readBytes(page, signal);
  if (!carriesHash(new TextDecoder().decode(bytes), hash)) throw new UserError('USER_095', { url });
  await requireAnchorable(campaignId, deps); // to read a page takes time
  await deps.store.anchors.add(campaignId, {
    kind: 'post',
    where,
    fingerprint: hash.slice(0, 16),
    at: deps.now().toISOString(),
    page_sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const kept = await deps.store.anchors.byCampaign(campaignId);
  return kept.find((anchor) => anchor.kind === 'post' && anchor.where === where) as Anchor;
}
