import { either, equal, instant, integer, list, record, table, text } from './shape.js';
import type { Commitment, Committed, Listed, Transcript } from './transcript.js';

const hash = text(/^[0-9a-f]{64}$/);
const entryId = text(/^[0-9a-f]{32}$/);
const eventId = text(/^[a-z0-9-]{1,64}$/);
const prizeId = text(/^[a-z0-9-]{1,32}$/);
const signature = text(/^[0-9a-f]{128}$/);

const commitment = record(
  {
    protocol: equal('kt-event-draw/1'),
    event_id: eventId,
    draw_no: equal(1),
    entries: integer(1, 0xffff_ffff),
    total_weight: integer(1),
    root: hash,
    rules_sha256: hash,
    max_weight: integer(1, 10_000),
    prizes: list(record({ id: prizeId, qty: integer(1) }), 1),
    reserves: integer(0),
    beacon: either(
      record({ type: equal('drand'), chain: hash, round: integer(1) }),
      record({ type: equal('witness'), commits: list(hash, 2, 16) }),
      record({ type: equal('operator'), commits: list(hash, 1, 1) }),
    ),
    closed_at: instant,
    published_at: instant,
  },
  {
    excluded: table(text(/^[a-z][a-z_]{0,31}$/), integer(0)),
    entry_log: record({ size: integer(0), root: hash }),
  },
);

const signed = { commitment, signature: record({ public_key: hash, value: signature }) };

const anchor = record(
  {
    kind: equal('post', 'message', 'entry_page', 'timestamp_token', 'transparency_log'),
    where: text(/^.{1,500}$/s),
    fingerprint: text(/^[0-9a-f]{16}$/),
    at: instant,
  },
  { page_sha256: hash },
);

const chain = record({
  public_key: text(/^[0-9a-f]{192}$/),
  period: integer(1, 0xffff_ffff),
  genesis_time: integer(0),
  group_hash: hash,
  beacon_id: text(/^[a-z0-9_-]{1,64}$/),
});

const path = list(record({ side: equal('L', 'R'), hash, sum: integer(1) }), 0, 32);
const listed = { index: integer(0), entry_id: entryId, weight: integer(1), owner_tag: hash, path };
const numbers = { j: integer(0), slot: prizeId, x: hash, m: integer(1), r: integer(0), pos: integer(0) };
const result = record({ ...listed, ...numbers, start: integer(0), leaf: hash });

const common = { event_id: eventId, at: instant, commitment_hash: hash };
const auditRecord = either(
  record({ type: equal('COMMIT'), ...common }),
  record({ type: equal('DRAW'), ...common, anchors_sha256: hash, results_sha256: hash }),
);

const transcript = record({
  ...signed,
  anchors: list(anchor, 0, 100),
  beacon: either(
    record({ round: integer(1), drand_signature: text(/^[0-9a-f]{96}$/) }, { chain }),
    record({ secrets: list(hash, 1, 16) }),
  ),
  seed: hash,
  results: list(result, 1),
  audit: record({ records: list(auditRecord), head: hash, signature }),
});

export const isTranscript = (value: unknown): value is Transcript =>
  transcript(value) && holdsTogether((value as Transcript).commitment);

export const isCommitted = (value: unknown): value is Committed =>
  record(signed)(value) && holdsTogether((value as Committed).commitment);

const inclusion = record(listed);

export const isInclusion = (value: unknown): value is Listed => inclusion(value);

/** What a commitment must hold together, beyond the form of each member. */
function holdsTogether({ prizes, entries, total_weight, max_weight, beacon }: Commitment): boolean {
  const ids = prizes.map(({ id }) => id);
  const commits = beacon.type === 'drand' ? [] : beacon.commits;
  return (
    areDifferent(ids) &&
    areDifferent(commits) &&
    !ids.some((id) => /^reserve-\d+$/.test(id)) &&
    total_weight >= entries &&
    total_weight <= entries * max_weight
  );
}

const areDifferent = (values: readonly string[]): boolean => new Set(values).size === values.length;
