import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { quicknet, quicknetHash, roundAtOrAfter } from '../providers/drand-chain.js';
import type { Transcript } from '../schema/draw.js';
import type { SignedVoid } from '../schema/draw-void.js';
import { drawCase, organiserKey } from '../testing/draw-cases.js';
import { mutantsOf } from '../testing/mutants.js';
import { auditGenesis } from './audit-chain.js';
import { isSignedBy } from './signature.js';
import { verifyVoid } from './verify-void.js';
import { signVoid, type VoidInput, voidHash } from './void-record.js';

const at = new Date('2023-09-16T03:00:00Z');
const words = '직원 응모가 명단에 섞여 있었습니다';
let transcript: Transcript;
beforeAll(async () => {
  ({ transcript } = await drawCase());
});

function declare(over: Partial<VoidInput> = {}, key = organiserKey): SignedVoid {
  const { commitment, signature } = transcript;
  const audit = { no: 2, head: auditGenesis };
  const input = {
    committed: { commitment, signature },
    transcript,
    reason: 'list_wrong',
    words,
    at,
    audit,
  } as const;
  return signVoid({ nextDraw: undefined, ...input, ...over }, key);
}

const roundAt = (instant: string) =>
  ({ type: 'drand', chain: quicknetHash, round: roundAtOrAfter(quicknet, new Date(instant)) }) as const;

describe('a void record', () => {
  it('makes its draw void, from the transcript and from the commitment alone', () => {
    const { commitment, signature } = transcript;
    const signed = declare({ nextDraw: roundAt('2023-10-01T03:00:00Z') });

    expect(verifyVoid(transcript, signed)).toEqual({ voided: true, record: signed.record });
    expect(verifyVoid({ commitment, signature }, signed).voided).toBe(true);
    expect(verifyVoid(transcript, JSON.parse(JSON.stringify(signed))).voided).toBe(true);
  });

  it('holds also for a transcript that was made after it', () => {
    const before = declare({ transcript: undefined });

    expect(before.record.transcript_sha256).toBeUndefined();
    expect(verifyVoid(transcript, before).voided).toBe(true);
  });

  it('is nothing once a single letter of it is another', () => {
    const signed = declare({ nextDraw: roundAt('2023-10-01T03:00:00Z') });
    const accepted = mutantsOf(signed).filter(({ make }) => verifyVoid(transcript, make()).voided);

    expect(mutantsOf(signed).length).toBeGreaterThan(12);
    expect(accepted.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('is nothing for another draw, by another key, or as anything else', async () => {
    const { transcript: other } = await drawCase({ eventId: 'evt-other' });
    const stranger = generateKeyPairSync('ed25519').privateKey;

    expect(verifyVoid(other, declare()).voided).toBe(false);
    expect(verifyVoid(transcript, declare({}, stranger)).voided).toBe(false);
    for (const value of [undefined, null, {}, 'void', [declare()]])
      expect(verifyVoid(transcript, value)).toEqual({ voided: false, record: undefined });
    expect(verifyVoid({}, declare()).voided).toBe(false);
  });

  it('would be believed of a stranger if its own signature were enough', () => {
    const { record, signature } = declare({}, generateKeyPairSync('ed25519').privateKey);

    expect(isSignedBy(voidHash(record), signature)).toBe(true);
    expect(verifyVoid(transcript, { record, signature }).voided).toBe(false);
  });

  it('fixes the randomness of the next draw before anybody can know it', () => {
    const early = () => declare({ nextDraw: roundAt('2023-09-16T03:05:00Z') });

    expect(early).toThrow(expect.objectContaining({ code: 'USER_020' }));
    expect(() => declare({ words: '짧음' })).toThrow(expect.objectContaining({ code: 'USER_001' }));
  });
});
