import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../runs/canonical-json.js';
import { type LoggedEntry, logLeaf } from './log-leaf.js';

const entry: LoggedEntry = {
  campaignId: '0b9e1f64-6a0f-4b52-9c3c-3d8b7a0e6c11',
  id: '0ebcc336569cfd4aee40a579d986ed7f',
  seq: 1,
  weight: 3,
  ownerTag: 'ab'.repeat(32),
  receivedAt: '2026-11-28T10:00:00.000Z',
};

describe('logLeaf', () => {
  it('has its vector', () => {
    expect(logLeaf(entry)).toBe('00bf7c7ba002ce05d1d8b5b5c952b416dbd1f09433f131e846684bf729fbbc40');
    expect(logLeaf({ ...entry, couponNo: 7 })).toBe(
      '7de094b86629306213897f8499577d205c30b8809411dfaf3341beeec18b751b',
    );
  });

  it('is the hash of the canonical spelling', () => {
    const { id: entryId, ...rest } = { ...entry, couponNo: 7 };
    const text = `\0kt-event-log/1\0${canonicalJson({ ...rest, entryId })}`;

    expect(logLeaf({ ...entry, couponNo: 7 })).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each<Partial<LoggedEntry>>([
    { campaignId: '0b9e1f64-6a0f-4b52-9c3c-3d8b7a0e6c12' },
    { id: '0ebcc336569cfd4aee40a579d986ed70' },
    { seq: 2 },
    { weight: 2 },
    { couponNo: 1 },
    { ownerTag: 'ac'.repeat(32) },
    { receivedAt: '2026-11-28T10:00:00.001Z' },
  ])('is another one with %j', (change) => {
    expect(logLeaf({ ...entry, ...change })).not.toBe(logLeaf(entry));
  });

  it('says nothing of what else is known of an entry', () => {
    const known = { ...entry, sealedName: 'x', visited: true, marketingConsent: false };

    expect(logLeaf(known)).toBe(logLeaf(entry));
  });
});
