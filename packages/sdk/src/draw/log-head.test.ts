import { createPublicKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../runs/canonical-json.js';
import { anOrganiserKey } from './__fixtures__/demo-draw.js';
import { judgeReceipt } from './judge-receipt.js';
import { rootOfLeaves } from './log-appender.js';
import { signLogHead, verifyLogHeads } from './log-head.js';
import { logConsistencyProof, logInclusionPath } from './log-tree.js';

const key = anOrganiserKey();
const eventId = 'cmp-000000000001';
const leafOf = (no: number) => no.toString(16).padStart(64, 'a');
const leaves = Array.from({ length: 9 }, (_, no) => leafOf(no + 1));
const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 0, minute));

const range = async (start: number, end: number) => rootOfLeaves(leaves.slice(start, end));
const headOf = (size: number, list = leaves) =>
  signLogHead({ eventId, size, root: rootOfLeaves(list.slice(0, size)), at: at(size) }, key);

async function aLog(list = leaves) {
  const rangeOf = async (start: number, end: number) => rootOfLeaves(list.slice(start, end));
  const heads = [headOf(3), headOf(5), headOf(9, list)];
  const proofs = [await logConsistencyProof(3, 5, range), await logConsistencyProof(5, 9, rangeOf)];
  return { heads, proofs };
}

/** Receipt of entry no. `seq`, signed as receipts are. */
function aReceipt(seq: number, logLeaf = leafOf(seq), signer = key) {
  const content = {
    campaignId: eventId,
    entryId: 'ab'.repeat(16),
    salt: 'cd'.repeat(16),
    seq,
    weight: 1,
    receivedAt: '2026-12-01T00:00:00.000Z',
    logLeaf,
  };
  const text = Buffer.from(`kt-event-receipt/1\0${canonicalJson(content)}`);
  return { ...content, signature: sign(null, text, signer).toString('hex') };
}

async function placeOf(seq: number, list = leaves) {
  const head = headOf(list.length, list);
  const rangeOf = async (start: number, end: number) => rootOfLeaves(list.slice(start, end));
  const path = await logInclusionPath(seq - 1, list.length, rangeOf);
  return { head, leaf: list[seq - 1] ?? '', path };
}

describe('signed heads of the entry log', () => {
  it('are one log that only grows', async () => {
    expect(verifyLogHeads(await aLog())).toBe(true);
  });

  it.each([
    ['taken out', leaves.toSpliced(1, 1).concat(leafOf(99))],
    ['slipped in', leaves.toSpliced(1, 0, leafOf(99)).slice(0, 9)],
    ['changed', leaves.with(1, leafOf(99))],
  ])('show that an entry was %s between two of them', async (_what, list) => {
    expect(verifyLogHeads(await aLog(list))).toBe(false);
  });

  it('are refused with another signature, another time, another event or a proof too few', async () => {
    const { heads, proofs } = await aLog();
    const [first, second] = heads as [(typeof heads)[0], (typeof heads)[0]];

    expect(verifyLogHeads({ heads: [{ ...first, size: 4 }, second], proofs: [[]] })).toBe(false);
    expect(verifyLogHeads({ heads: [{ ...first, at: at(59).toISOString() }], proofs: [] })).toBe(false);
    expect(verifyLogHeads({ heads: heads.toReversed(), proofs })).toBe(false);
    expect(verifyLogHeads({ heads, proofs: proofs.slice(1) })).toBe(false);
    expect(verifyLogHeads({ heads: [first], proofs: [] })).toBe(true);
  });
});

describe('a receipt against the log', () => {
  it('stands where it was promised', async () => {
    expect(judgeReceipt(aReceipt(4), await placeOf(4))).toBe('logged');
  });

  it('proves that its entry was left out, with two signatures of the organiser', async () => {
    const place = await placeOf(4, leaves.toSpliced(3, 1));

    expect(judgeReceipt(aReceipt(4), place)).toBe('missing');
    expect(place.head.signature.public_key).toBe(
      Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
    );
  });

  it('is not in a log that does not reach so far yet', async () => {
    expect(judgeReceipt(aReceipt(12), await placeOf(1))).toBe('later');
  });

  it('proves nothing when it is forged, and is not disproved by a forged log', async () => {
    const place = await placeOf(4);

    expect(judgeReceipt(aReceipt(4, leafOf(4), anOrganiserKey('somebody else')), place)).toBe('forged');
    expect(judgeReceipt({ ...aReceipt(4), weight: 2 }, place)).toBe('forged');
    expect(judgeReceipt(aReceipt(4), { ...place, leaf: leafOf(5) })).toBe('unproven');
    expect(judgeReceipt(aReceipt(4), { ...place, head: { ...place.head, size: 8 } })).toBe('unproven');
  });
});
