import { z } from 'zod';
import { campaignIdSchema, instantSchema } from './primitives.js';

const awardStateSchema = z.enum([
  'reserve',
  'drawn',
  'notified',
  'claimed',
  'handed_over',
  'expired',
  'declined',
  'disqualified',
]);
export type AwardState = z.infer<typeof awardStateSchema>;

/**
 * To which states each state leads. Out of `reserve` into `drawn` there is one way only: a prize that somebody else
 * lost. Out of `handed_over` there is none.
 */
export const awardWays: Readonly<Record<AwardState, readonly AwardState[]>> = {
  reserve: ['drawn', 'declined', 'disqualified'],
  drawn: ['notified', 'claimed', 'expired', 'declined', 'disqualified'],
  notified: ['claimed', 'expired', 'declined', 'disqualified'],
  claimed: ['handed_over', 'expired', 'declined', 'disqualified'],
  handed_over: [],
  expired: [],
  declined: [],
  disqualified: [],
};

/** States in which an award holds its prize. No prize is held twice. */
export const holdingStates = ['drawn', 'notified', 'claimed', 'handed_over'] as const;

/** States in which the winner has yet to answer. */
export const openStates = ['drawn', 'notified'] as const;

/** Why a prize left its winner. */
const forfeitReasonSchema = z.enum(['no_show', 'unreachable', 'declined', 'disqualified']);
export type ForfeitReason = z.infer<typeof forfeitReasonSchema>;

/** The state in which a loss leaves an award. */
export const stateAfter = {
  no_show: 'expired',
  unreachable: 'expired',
  declined: 'declined',
  disqualified: 'disqualified',
} as const satisfies Record<ForfeitReason, AwardState>;

export const handOverSchema = z.enum(['pickup', 'delivery']);
export type HandOver = z.infer<typeof handOverSchema>;

/** One drawn entry and, unless it is a waiting reserve, the prize that it holds or held. Names nobody. */
export const awardSchema = z.object({
  campaignId: campaignIdSchema,
  /** Place in drawn order, from 1: reserves come after all winners. */
  no: z.int().min(1),
  entryId: z.string().length(32),
  state: awardStateSchema,
  /** Which prize, and the how-manieth piece of it. Absent while it is a waiting reserve. */
  prizeId: z.string().optional(),
  piece: z.int().min(1).optional(),
  /** `k` of `reserve-k`, which it stays after its promotion. Absent for a winner. */
  reserve: z.int().min(1).optional(),
  /** When it came into its state. */
  at: instantSchema,
  /** First instant at which it can no longer be claimed. */
  claimUntil: instantSchema.optional(),
  /** SHA-256 of the token in the winner's link, hex. The token itself is nowhere. */
  tokenHash: z.string().length(64),
  toldAt: instantSchema.optional(),
  /** The messenger gave this person up: only somebody else can tell them. */
  unreachedAt: instantSchema.optional(),
  remindedAt: instantSchema.optional(),
  claimedAt: instantSchema.optional(),
  /** Who said so: the winner on their page, or staff at the counter. */
  claimedBy: z.enum(['winner', 'counter']).optional(),
  handOver: handOverSchema.optional(),
});
export type Award = z.infer<typeof awardSchema>;

const awardReasonSchema = z.enum([
  ...forfeitReasonSchema.options,
  'told',
  'told_by_hand',
  'claimed',
  'handed_over',
  'promoted',
]);
export type AwardReason = z.infer<typeof awardReasonSchema>;

/** One change of one award. Kept for ever, and never changed. */
export const awardEventSchema = z.object({
  campaignId: campaignIdSchema,
  no: z.int().min(1),
  seq: z.int().min(1),
  at: instantSchema,
  fromState: awardStateSchema,
  toState: awardStateSchema,
  reason: awardReasonSchema,
});
export type AwardEvent = z.infer<typeof awardEventSchema>;

export const isHolding = ({ state }: Pick<Award, 'state'>): boolean =>
  (holdingStates as readonly AwardState[]).includes(state);

export const isOpen = ({ state }: Pick<Award, 'state'>): boolean =>
  (openStates as readonly AwardState[]).includes(state);
