import { UserError } from '../errors/index.js';
import { roundAtOrAfter, roundTimeMs } from '../providers/drand-chain.js';
import type { RandomnessBeacon } from '../providers/randomness-beacon.js';
import type { Campaign } from '../schema/campaign.js';
import type { Commitment } from '../schema/draw.js';
import type { Mode } from '../schema/primitives.js';
import type { Store } from '../store/store.js';
import { drawTime, readDrawList, rulesOf } from './draw-input.js';
import { scheduleOf } from './run-entries.js';

/** What a commitment made now would say. */
export interface DrawPreview {
  /** Entries still come in until then: before it, all figures are those of now. */
  readonly closesAt: string;
  readonly entries: number;
  readonly totalWeight: number;
  readonly root: string;
  readonly maxWeight: number;
  readonly prizes: readonly { readonly id: string; readonly name: string; readonly quantity: number }[];
  readonly reserves: number;
  readonly rulesSha256: string;
  readonly excluded: NonNullable<Commitment['excluded']>;
  readonly entryLog: Commitment['entry_log'];
  readonly beacon: {
    readonly type: RandomnessBeacon['type'];
    readonly mode: Mode;
    /** Only for `drand`. */
    readonly round: number | undefined;
    /** When its randomness appears, or from when on the draw is due. */
    readonly at: string;
  };
}

interface PreviewDeps {
  readonly store: Pick<Store, 'entryPages' | 'logs' | 'exclusions'>;
  readonly now: () => Date;
  readonly beacon: RandomnessBeacon;
}

/** @throws UserError `USER_002` for first-come, which has no draw; `USER_018` when nobody has entered */
export async function previewDraw(
  campaign: Campaign,
  { store, now, beacon }: PreviewDeps,
): Promise<DrawPreview> {
  const { id, slug, brief } = campaign;
  if (brief.entry.mechanic === 'first_come') throw new UserError('USER_002', { what: 'draw', id: slug });
  const read = await readDrawList(store, id);
  if (!read) throw new UserError('USER_018', { campaignId: id });
  const { list, excluded = {}, entryLog } = read;
  const schedule = scheduleOf(campaign);
  const rules = rulesOf(campaign);
  const publishedAt = new Date(Math.max(now().getTime(), Date.parse(schedule.closesAt)));
  return {
    closesAt: schedule.closesAt,
    entries: list.count,
    totalWeight: list.total,
    root: list.root,
    maxWeight: rules.maxWeight,
    prizes: rules.prizes.map(({ id: prizeId, name, quantity }) => ({ id: prizeId, name, quantity })),
    reserves: rules.reserves,
    rulesSha256: rules.rulesSha256,
    excluded: { ...excluded },
    entryLog,
    beacon: randomnessAt(beacon, drawTime(schedule, publishedAt)),
  };
}

function randomnessAt({ type, mode, chain }: RandomnessBeacon, at: Date): DrawPreview['beacon'] {
  if (!chain) return { type, mode, round: undefined, at: at.toISOString() };
  const round = roundAtOrAfter(chain, at);
  return { type, mode, round, at: new Date(roundTimeMs(chain, round)).toISOString() };
}
