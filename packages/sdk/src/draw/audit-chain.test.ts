import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { auditGenesis, auditHead, isAuditChain, nextAuditHash } from './audit-chain.js';

const records = [
  { type: 'COMMIT', no: 1 },
  { type: 'DRAW', no: 2 },
  { type: 'PUBLISH', no: 3 },
];
const head = auditHead(records);

it('hashes each record over the one before', () => {
  const bytes = Buffer.concat([Buffer.from('kt-event-audit/1\0'), Buffer.alloc(32), Buffer.from('{"no":1}')]);

  expect(nextAuditHash(auditGenesis, { no: 1 })).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(isAuditChain(records, head)).toBe(true);
});

it('notices a record that was changed, dropped, repeated or moved', () => {
  const [commit, draw, publish] = records as [object, object, object];
  const forgeries = [
    [commit, { ...draw, no: 9 }, publish],
    [commit, publish],
    [commit, draw, draw, publish],
    [draw, commit, publish],
    [commit, draw],
  ];

  expect(forgeries.map((forgery) => isAuditChain(forgery as typeof records, head))).not.toContain(true);
});
