import { z } from 'zod';
import { checkCommitment } from './draw-checks.js';
import { bilingualSchema } from './primitives.js';

/** Name and version of the draw protocol; part of everything that is hashed. */
export const drawProtocol = 'kt-event-draw/1';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const entryIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
export const eventIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
const prizeIdSchema = z.string().regex(/^[a-z0-9-]{1,32}$/);
/** UTC with `Z`: the signed text has one spelling. */
export const utcSchema = z.iso.datetime();

/** One line of the list that is drawn from. Nothing in it names a person. It is checked where it becomes bytes. */
export interface DrawEntry {
  /** 16 random bytes, hex. */
  readonly entryId: string;
  /** Tickets, at most 10,000; 0 means not eligible, and such an entry is left out. */
  readonly weight: number;
  readonly ownerTag: string;
}

/** A drand chain, as its relays publish it. Byte strings are hex. */
export const chainInfoSchema = z.strictObject({
  public_key: z.string().regex(/^[0-9a-f]{192}$/),
  /** Seconds between rounds. */
  period: z.int().min(1).max(0xffff_ffff),
  /** Unix time of round 1, seconds. */
  genesis_time: z.int().min(0),
  group_hash: sha256Schema,
  beacon_id: z.string().regex(/^[a-z0-9_-]{1,64}$/),
});
export type ChainInfo = z.infer<typeof chainInfoSchema>;

/** A round of a drand chain, named before it exists. */
export const futureRoundSchema = z.strictObject({
  type: z.literal('drand'),
  chain: sha256Schema,
  round: z.int().min(1),
});
export type FutureRound = z.infer<typeof futureRoundSchema>;

/** Where the randomness will come from, fixed before it exists. */
const commitmentBeaconSchema = z.discriminatedUnion('type', [
  futureRoundSchema,
  z.strictObject({ type: z.literal('witness'), commits: z.array(sha256Schema).min(2).max(16) }),
  z.strictObject({ type: z.literal('operator'), commits: z.array(sha256Schema).length(1) }),
]);
export type CommitmentBeacon = z.infer<typeof commitmentBeaconSchema>;

/** Everything the draw depends on but the randomness. Published before the randomness exists. */
export const commitmentSchema = z
  .strictObject({
    protocol: z.literal(drawProtocol),
    event_id: eventIdSchema,
    /** There is one draw: an event is never drawn again. */
    draw_no: z.literal(1),
    entries: z.int().min(1).max(0xffff_ffff),
    total_weight: z.int().min(1),
    root: sha256Schema,
    rules_sha256: sha256Schema,
    max_weight: z.int().min(1).max(10_000),
    prizes: z.array(z.strictObject({ id: prizeIdSchema, qty: z.int().min(1) })).min(1),
    reserves: z.int().min(0),
    beacon: commitmentBeaconSchema,
    closed_at: utcSchema,
    published_at: utcSchema,
    /** How many entries were left out, by reason. */
    excluded: z.record(z.string().regex(/^[a-z][a-z_]{0,31}$/), z.int().min(0)).exactOptional(),
    entry_log: z.strictObject({ size: z.int().min(0), root: sha256Schema }).exactOptional(),
  })
  .check(checkCommitment);
export type Commitment = z.infer<typeof commitmentSchema>;

/** Ed25519 by the organiser; both parts hex. */
export const organiserSignatureSchema = z.strictObject({
  public_key: sha256Schema,
  value: z.string().regex(/^[0-9a-f]{128}$/),
});
export type OrganiserSignature = z.infer<typeof organiserSignatureSchema>;

export const signedCommitmentSchema = z.strictObject({
  commitment: commitmentSchema,
  signature: organiserSignatureSchema,
});
export type SignedCommitment = z.infer<typeof signedCommitmentSchema>;

/** A public place the organiser cannot backdate, showing the fingerprint before the randomness existed. */
export const anchorSchema = z.strictObject({
  kind: z.enum(['post', 'message', 'entry_page', 'timestamp_token', 'transparency_log']),
  /** Address or name of the place, for people. */
  where: z.string().min(1).max(500),
  /** First 16 hex digits of the commitment hash. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  at: utcSchema,
  /** Of a post: SHA-256 of the page as it was read, in which the whole hash of the commitment stood. */
  page_sha256: sha256Schema.exactOptional(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** The randomness with what proves it. The chain is there only when it is not the public one. */
const beaconProofSchema = z.union([
  z.strictObject({
    round: z.int().min(1),
    drand_signature: z.string().regex(/^[0-9a-f]{96}$/),
    chain: chainInfoSchema.exactOptional(),
  }),
  z.strictObject({ secrets: z.array(sha256Schema).min(1).max(16) }),
]);
export type BeaconProof = z.infer<typeof beaconProofSchema>;

/** A neighbour on the way from a leaf to the root. */
const pathStepSchema = z.strictObject({
  side: z.enum(['L', 'R']),
  hash: sha256Schema,
  sum: z.int().min(1),
});
export type PathStep = z.infer<typeof pathStepSchema>;

/** One drawn slot with the numbers that lead to it. */
const drawResultSchema = z.strictObject({
  j: z.int().min(0),
  slot: prizeIdSchema,
  x: sha256Schema,
  m: z.int().min(1),
  r: z.int().min(0),
  pos: z.int().min(0),
  index: z.int().min(0),
  entry_id: entryIdSchema,
  weight: z.int().min(1),
  owner_tag: sha256Schema,
  start: z.int().min(0),
  leaf: sha256Schema,
  path: z.array(pathStepSchema).max(32),
});
export type DrawResult = z.infer<typeof drawResultSchema>;

/** One line of the draw's audit chain. */
const auditRecordSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('COMMIT'),
    event_id: eventIdSchema,
    at: utcSchema,
    commitment_hash: sha256Schema,
  }),
  z.strictObject({
    type: z.literal('DRAW'),
    event_id: eventIdSchema,
    at: utcSchema,
    commitment_hash: sha256Schema,
    anchors_sha256: sha256Schema,
    results_sha256: sha256Schema,
  }),
]);
export type AuditRecord = z.infer<typeof auditRecordSchema>;

/** Everything needed to check a draw, and no personal data. */
export const transcriptSchema = z.strictObject({
  commitment: commitmentSchema,
  signature: organiserSignatureSchema,
  anchors: z.array(anchorSchema).max(100),
  beacon: beaconProofSchema,
  seed: sha256Schema,
  results: z.array(drawResultSchema).min(1),
  audit: z.strictObject({
    records: z.array(auditRecordSchema),
    head: sha256Schema,
    /** Ed25519 over the head, by the key that signed the commitment. */
    signature: organiserSignatureSchema.shape.value,
  }),
});
export type Transcript = z.infer<typeof transcriptSchema>;

/** Who could have steered the draw: nobody, all witnesses together, the operator; `sandbox` is a rehearsal. */
const assuranceLevelSchema = z.enum(['drand', 'witness', 'operator', 'sandbox']);
export type AssuranceLevel = z.infer<typeof assuranceLevelSchema>;

export const checkIdSchema = z.enum([
  'shape',
  'signature',
  'anchors',
  'timing',
  'beacon',
  'seed',
  'slots',
  'positions',
  'leaves',
  'paths',
  'winners',
  'audit',
]);
export type CheckId = z.infer<typeof checkIdSchema>;

/** The verdict on a transcript, with what it does and does not mean. */
const verificationSchema = z.object({
  valid: z.boolean(),
  level: assuranceLevelSchema,
  checks: z.array(z.object({ id: checkIdSchema, ok: z.boolean(), ...bilingualSchema.shape })),
  proves: bilingualSchema,
  doesNotProve: bilingualSchema,
});
export type Verification = z.infer<typeof verificationSchema>;
