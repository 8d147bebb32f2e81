import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditFile, Milestone } from '../schema/audit.js';
import type { Transcript } from '../schema/draw.js';
import { drawCase, organiserKey } from '../testing/draw-cases.js';
import { mutantsOf } from '../testing/mutants.js';
import { auditHead, isAuditChain } from './audit-chain.js';
import { signAuditHead } from './audit-head.js';
import type { CanonicalValue } from './jcs.js';
import { verifyAuditFile } from './verify-audit-file.js';

let transcript: Transcript;
beforeAll(async () => {
  ({ transcript } = await drawCase());
});

type Records = AuditFile['records'];

const records = (): Records => [
  { type: 'EXCLUDE', entry_id: 'a'.repeat(32), reason: 'staff' },
  { type: 'COMMIT', root: transcript.commitment.root, at: '2023-09-15T10:45:00Z' },
  { type: 'DRAW', seed: transcript.seed, at: '2023-09-15T11:01:00Z' },
  { type: 'NOTICES', key: 'claims/1/told', kind: 'winner', told: 3 },
];

const milestones: readonly (readonly [number, Milestone])[] = [
  [2, 'commitment'],
  [3, 'draw'],
  [4, 'notices'],
];

function fileOf(all: Records, signed = milestones): AuditFile {
  const heads = signed.map(([no, milestone]) => {
    const head = auditHead(all.slice(0, no) as CanonicalValue[]);
    const eventId = transcript.commitment.event_id;
    return signAuditHead(
      { eventId, no, head, milestone, at: new Date('2023-09-15T12:00:00Z') },
      organiserKey,
    );
  });
  return { records: all, heads };
}

describe('an audit chain with its signed heads', () => {
  it('is that of its draw', () => {
    expect(verifyAuditFile(transcript, fileOf(records()))).toBe(true);
  });

  it('is refused once anything under the last head is another', () => {
    const file = fileOf(records());
    const accepted = mutantsOf(file).filter(({ make }) => verifyAuditFile(transcript, make()));

    expect(mutantsOf(file).length).toBeGreaterThan(30);
    expect(accepted.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it.each([
    ['a record is taken out', (all: Records) => all.toSpliced(0, 1)],
    ['a record is slipped in', (all: Records) => all.toSpliced(1, 0, { type: 'NOTE' })],
    ['two change places', (all: Records) => [all[1], all[0], ...all.slice(2)] as Records],
    ['the end is cut off', (all: Records) => all.slice(0, 3)],
  ])('is refused when %s', (_, change) => {
    const { heads } = fileOf(records());
    expect(verifyAuditFile(transcript, { records: change(records()), heads })).toBe(false);
  });

  it('holds one commitment and one draw, whatever was signed', () => {
    const [exclude, commit, draw, notices] = records() as [Records[0], Records[0], Records[0], Records[0]];
    const other = { ...draw, seed: 'f'.repeat(64) };

    expect(
      verifyAuditFile(
        transcript,
        fileOf(
          [exclude, commit, draw, other],
          [
            [2, 'commitment'],
            [3, 'draw'],
            [4, 'draw'],
          ],
        ),
      ),
    ).toBe(false);
    expect(verifyAuditFile(transcript, fileOf([exclude, commit, other, notices]))).toBe(false);
    expect(verifyAuditFile(transcript, fileOf([exclude, commit, { type: 'NOTE' }, notices]))).toBe(false);
  });

  it('has a head of its own for each milestone', () => {
    for (const [no] of milestones)
      expect(
        verifyAuditFile(
          transcript,
          fileOf(
            records(),
            milestones.filter(([one]) => one !== no),
          ),
        ),
      ).toBe(false);
    const [, ...voided] = [...records(), { type: 'VOID', void_sha256: 'a'.repeat(64) }];
    expect(
      verifyAuditFile(
        transcript,
        fileOf(voided, [
          [1, 'commitment'],
          [2, 'draw'],
          [3, 'notices'],
        ]),
      ),
    ).toBe(false);
    expect(
      verifyAuditFile(
        transcript,
        fileOf(voided, [
          [1, 'commitment'],
          [2, 'draw'],
          [3, 'notices'],
          [4, 'void'],
        ]),
      ),
    ).toBe(true);
  });

  it('would pass when rewritten as a whole, were its heads not signed', () => {
    const rewritten = [{ type: 'NOTE' }, ...records().slice(1)] as CanonicalValue[];

    expect(isAuditChain(rewritten, auditHead(rewritten))).toBe(true);
    expect(verifyAuditFile(transcript, { records: rewritten, heads: fileOf(records()).heads })).toBe(false);
  });
});
