import { auditGenesis } from '../draw/audit-chain.js';
import { deadTimeMs, revealTimeMs } from '../draw/timing.js';
import { signVoid, voidHash } from '../draw/void-record.js';
import { UserError } from '../errors/index.js';
import { roundAtOrAfter, toChainHash } from '../providers/drand-chain.js';
import type { ChainInfo, FutureRound } from '../schema/draw.js';
import { type SignedVoid, type VoidReason, voidWordsSchema } from '../schema/draw-void.js';
import { parseInput } from '../schema/parse.js';
import { redact } from '../security/redact.js';
import type { DrawRecord } from '../store/draw-repository.js';
import type { Store } from '../store/store.js';
import { type MilestoneDeps, signMilestone } from './audit-milestone.js';
import { findAudit } from './audit-once.js';

export interface VoidDeps extends MilestoneDeps {
  readonly store: Pick<Store, 'draws' | 'audit'>;
  /** Of the draw's randomness, where it is a chain. */
  readonly chain: ChainInfo | undefined;
}

export interface VoidOptions {
  readonly reason: VoidReason;
  /** What everybody will read, 10 to 500 letters; it names nobody. */
  readonly words: string;
  /** When the draw that takes this one's place gets its randomness, in another campaign. */
  readonly nextDrawAt?: string | undefined;
}

/** What would be declared, signed but written nowhere; what was declared already stays as it is. */
export async function prepareVoid(
  campaignId: string,
  options: VoidOptions,
  deps: VoidDeps,
): Promise<SignedVoid> {
  const words = readWords(options.words);
  const record = await deps.store.draws.find(campaignId);
  if (!record) throw new UserError('USER_002', { what: 'commitment', id: campaignId });
  if (record.voided) return standing(campaignId, record.voided, { ...options, words });
  const at = deps.now();
  if (options.reason === 'randomness_missing') refuseEarly(record, at, deps.chain);
  const last = (await deps.store.audit.list(campaignId)).at(-1);
  return signVoid(
    {
      committed: record.commitment,
      transcript: record.transcript,
      reason: options.reason,
      words,
      at,
      nextDraw: nextDraw(campaignId, options, deps.chain),
      chain: deps.chain,
      audit: { no: last?.no ?? 0, head: last?.hash ?? auditGenesis },
    },
    await deps.organiserKey(),
  );
}

/** Declares it. From then on nobody is drawn, told or given anything, whoever carries the campaign on. */
export async function voidDraw(
  campaignId: string,
  options: VoidOptions,
  deps: VoidDeps,
): Promise<SignedVoid> {
  const signed = await prepareVoid(campaignId, options, deps);
  const { reason, voided_at: at } = signed.record;
  await deps.store.draws.void(campaignId, signed, {
    type: 'VOID',
    void_sha256: voidHash(signed.record),
    reason,
    at,
  });
  const audited = await findAudit(deps.store.audit, campaignId, 'VOID');
  if (audited) await signMilestone(deps, audited, 'void');
  return signed;
}

function standing(campaignId: string, voided: SignedVoid, { reason, words }: VoidOptions): SignedVoid {
  const { record } = voided;
  if (record.reason === reason && record.words === words) return voided;
  throw new UserError('USER_092', { campaignId, at: record.voided_at });
}

/** What stays public for ever names nobody. */
function readWords(text: string): string {
  const words = parseInput(voidWordsSchema, text, 'words');
  if (redact(words) === words) return words;
  const message = {
    ko: '전화번호나 이메일처럼 사람을 알아볼 수 있는 것은 적지 마세요',
    en: 'Leave out phone numbers, e-mail addresses and the like',
  };
  throw new UserError('USER_001', { what: 'words' }, { issues: [{ path: ['words'], message }] });
}

/** @throws UserError `USER_093` while the chain may still catch up */
function refuseEarly({ commitment, transcript }: DrawRecord, at: Date, chain: ChainInfo | undefined): void {
  const { beacon } = commitment.commitment;
  const revealedMs = revealTimeMs(beacon, chain);
  if (transcript || revealedMs === undefined) {
    const message = {
      ko: '난수가 나온 추첨이거나 공개 난수를 쓰지 않는 추첨입니다',
      en: 'Its randomness came, or is not public',
    };
    throw new UserError('USER_001', { what: 'reason' }, { issues: [{ path: ['reason'], message }] });
  }
  const dead = new Date(revealedMs + deadTimeMs);
  if (at < dead) throw new UserError('USER_093', { until: dead.toISOString() });
}

function nextDraw(
  campaignId: string,
  { nextDrawAt }: VoidOptions,
  chain: ChainInfo | undefined,
): FutureRound | undefined {
  if (nextDrawAt === undefined) return undefined;
  if (!chain) throw new UserError('USER_002', { what: 'drand chain', id: campaignId });
  return { type: 'drand', chain: toChainHash(chain), round: roundAtOrAfter(chain, new Date(nextDrawAt)) };
}
