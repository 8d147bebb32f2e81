import { describe, expect, it } from 'vitest';
import { ownerTag } from './owner-tag.js';

describe('an owner tag', () => {
  it.each([
    // draw protocol, worked vector: entries 0 and 1
    [
      '5ef89eab6ed3ff1d4f8a65a207418cb4',
      '+821000002222',
      '7649b8b68164c4cf2bfb2e42d5321fcc327808c443ded14f7355bc2ad563459b',
    ],
    [
      'c8fa8b91e289387de793134aa2b5935b',
      '+821000007777',
      '1b257e74b2b48faf1c64cbd2cd7a9c9610e177fd5b5ae56d436a7e03bb70e7a2',
    ],
  ])('binds salt %s to its phone', (salt, phone, tag) => {
    expect(ownerTag(salt, phone)).toBe(tag);
  });

  it('is another for any other salt or phone', () => {
    const tag = ownerTag('0'.repeat(32), '+821000002222');

    expect(ownerTag('1'.repeat(32), '+821000002222')).not.toBe(tag);
    expect(ownerTag('0'.repeat(32), '+821000002223')).not.toBe(tag);
  });
});
