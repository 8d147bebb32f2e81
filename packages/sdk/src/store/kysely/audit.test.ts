import { describe, expect, it } from 'vitest';
import { isAuditChain } from '../../draw/audit-chain.js';
import type { CanonicalValue } from '../../draw/jcs.js';
import { openSqliteStore } from '../sqlite/open-sqlite-store.js';

describe('the audit chain', () => {
  it('is the one that the verifier of a draw follows', async () => {
    const store = await openSqliteStore({ path: ':memory:', now: () => new Date('2026-12-05T03:00:00Z') });
    await store.audit.append('cmp-1', { type: 'COMMIT', at: '2026-12-14T16:00:00Z' });
    const { hash } = await store.audit.append('cmp-1', { type: 'DRAW', reason: '추첨', no: 2 });
    const records = (await store.audit.list('cmp-1')).map(({ record }) => record as CanonicalValue);
    await store.close();

    expect(isAuditChain(records, hash)).toBe(true);
    expect(isAuditChain(records.toReversed(), hash)).toBe(false);
    expect(isAuditChain(records.slice(1), hash)).toBe(false);
  });
});
