import type { SignedCommitment, Transcript } from '../schema/draw.js';
import { aCampaignId } from './fixtures.js';
import { hexOf } from './hex-of.js';

/** Well formed, but signed by nobody. */
export function aCommitment(over: Partial<SignedCommitment['commitment']> = {}): SignedCommitment {
  return {
    commitment: {
      protocol: 'kt-event-draw/1',
      event_id: aCampaignId,
      draw_no: 1,
      entries: 1,
      total_weight: 1,
      root: hexOf(1, 64),
      rules_sha256: hexOf(2, 64),
      max_weight: 10,
      prizes: [{ id: 'latte', qty: 1 }],
      reserves: 0,
      beacon: { type: 'operator', commits: [hexOf(3, 64)] },
      closed_at: '2026-12-14T15:00:00.000Z',
      published_at: '2026-12-14T16:00:00.000Z',
      ...over,
    },
    signature: { public_key: hexOf(4, 64), value: hexOf(5, 128) },
  };
}

/** Well formed, but it proves nothing. */
export function aTranscript(over: Partial<Transcript> = {}): Transcript {
  const { commitment, signature } = aCommitment();
  const result = {
    j: 0,
    slot: 'latte',
    x: hexOf(1, 64),
    m: 1,
    r: 0,
    pos: 0,
    index: 0,
    entry_id: hexOf(1, 32),
    weight: 1,
    owner_tag: hexOf(1, 64),
    start: 0,
    leaf: hexOf(1, 64),
    path: [],
  };
  return {
    commitment,
    signature,
    anchors: [],
    beacon: { secrets: [hexOf(6, 64)] },
    seed: hexOf(7, 64),
    results: [result],
    audit: { records: [], head: hexOf(8, 64), signature: hexOf(9, 128) },
    ...over,
  };
}
