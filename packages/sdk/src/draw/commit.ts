import type { KeyObject } from 'node:crypto';
import { UserError } from '../errors/index.js';
import {
  type ChainInfo,
  type Commitment,
  type CommitmentBeacon,
  commitmentSchema,
  drawProtocol,
  type SignedCommitment,
} from '../schema/draw.js';
import { parseInput } from '../schema/parse.js';
import { commitmentHash } from './commitment-hash.js';
import type { EntryList } from './entry-list.js';
import { signHash } from './signature.js';
import { minimumLeadSeconds, revealTimeMs } from './timing.js';

export interface CommitInput {
  /** Everybody who may win. Its event id is 1 to 64 of `a-z`, `0-9`, `-`. */
  readonly list: EntryList;
  /** In the order in which they are drawn. */
  readonly prizes: readonly { readonly id: string; readonly quantity: number }[];
  readonly reserves: number;
  /** Most tickets one entry may have under the rules, 1 to 10,000. */
  readonly maxWeight: number;
  readonly rulesSha256: string;
  /** Instants, ISO 8601. */
  readonly closedAt: string;
  readonly publishedAt: string;
  readonly beacon: CommitmentBeacon;
  /** The beacon's chain, if it is not the public one. */
  readonly chain?: ChainInfo | undefined;
  /** How many entries were left out, by reason. */
  readonly excluded?: Readonly<Record<string, number>>;
  /** Signed head of the entry log: its size and root. */
  readonly entryLog?: { readonly size: number; readonly root: string };
}

export interface DrawDeps {
  /** The organiser's private Ed25519 key. */
  readonly organiserKey: KeyObject;
}

/**
 * Fixes the list, the prizes and the future randomness of a draw. Publish the result, or its fingerprint,
 * in places that cannot be backdated before the randomness appears.
 *
 * @throws UserError `USER_019` before entries have closed; `USER_020` when the
 * randomness would come less than 600 s after the commitment; `USER_001` for anything malformed.
 */
export function commit(input: CommitInput, { organiserKey }: DrawDeps): SignedCommitment {
  const commitment = toCommitment(input);
  refuseEarlyList(commitment);
  refuseEarlyRandomness(commitment, input.chain);
  return { commitment, signature: signHash(commitmentHash(commitment), organiserKey) };
}

function toCommitment(input: CommitInput): Commitment {
  const { beacon, excluded, entryLog } = input;
  const { eventId, count, total, root, heaviest } = input.list;
  refuseOverweight(heaviest, input.maxWeight);
  const commitment = {
    protocol: drawProtocol,
    event_id: eventId,
    draw_no: 1,
    entries: count,
    total_weight: total,
    root,
    rules_sha256: input.rulesSha256,
    max_weight: input.maxWeight,
    prizes: input.prizes.map(({ id, quantity }) => ({ id, qty: quantity })),
    reserves: input.reserves,
    beacon,
    closed_at: toUtc(input.closedAt),
    published_at: toUtc(input.publishedAt),
    ...(excluded && { excluded }),
    ...(entryLog && { entry_log: entryLog }),
  };
  return parseInput(commitmentSchema, commitment, 'draw');
}

function refuseOverweight(heaviest: number, maxWeight: number): void {
  if (heaviest <= maxWeight) return;
  const message = {
    ko: `한 사람의 응모권이 ${maxWeight}장을 넘습니다`,
    en: `An entry has more than ${maxWeight} tickets`,
  };
  throw new UserError('USER_001', { what: 'entries' }, { issues: [{ path: ['entries'], message }] });
}

function refuseEarlyList({ closed_at, published_at }: Commitment): void {
  if (Date.parse(published_at) >= Date.parse(closed_at)) return;
  throw new UserError('USER_019', { closedAt: closed_at, publishedAt: published_at });
}

function refuseEarlyRandomness({ beacon, published_at }: Commitment, chain?: ChainInfo): void {
  if (beacon.type !== 'drand') return;
  const revealedMs = revealTimeMs(beacon, chain);
  if (revealedMs === undefined) throw new UserError('USER_002', { what: 'drand chain', id: beacon.chain });
  if (revealedMs >= Date.parse(published_at) + minimumLeadSeconds * 1_000) return;
  throw new UserError('USER_020', {
    publishedAt: published_at,
    revealedAt: new Date(revealedMs).toISOString(),
    minimumSeconds: minimumLeadSeconds,
  });
}

/** An unreadable instant stays as it is, for the schema to refuse with its place. */
function toUtc(instant: string): string {
  const timeMs = Date.parse(instant);
  return Number.isNaN(timeMs) ? instant : new Date(timeMs).toISOString();
}
