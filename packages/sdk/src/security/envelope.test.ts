import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openPerson, sealPerson } from './entry-seal.js';
import { seal, unseal } from './envelope.js';

const key = randomBytes(32);
const place = ['cmp-1', 'entry-1', 'phone', 1];
const clear = Buffer.from('+821012345678');

describe('a sealed value', () => {
  it('opens in its place', () => {
    const sealed = seal(key, clear, { place, randomBytes });

    expect(unseal(key, sealed, place).toString()).toBe('+821012345678');
  });

  it('is the same text for the same nonce, and another for a random one', () => {
    const fixed = () => Buffer.alloc(12, 7);
    const once = seal(key, clear, { place, randomBytes: fixed });

    expect(seal(key, clear, { place, randomBytes: fixed })).toBe(once);
    expect(seal(key, clear, { place, randomBytes })).not.toBe(once);
  });

  it('does not open in another column, row, campaign or version, nor with another key', () => {
    const sealed = seal(key, clear, { place, randomBytes });
    const places = [
      ['cmp-1', 'entry-1', 'name', 1],
      ['cmp-1', 'entry-2', 'phone', 1],
      ['cmp-2', 'entry-1', 'phone', 1],
      ['cmp-1', 'entry-1', 'phone', 2],
    ];

    const broken = expect.objectContaining({ code: 'STORE_002' });
    for (const other of places) expect(() => unseal(key, sealed, other)).toThrowError(broken);
    expect(() => unseal(randomBytes(32), sealed, place)).toThrowError(broken);
  });

  it('does not open with any bit changed, or cut short', () => {
    const bytes = Buffer.from(seal(key, clear, { place, randomBytes }), 'base64url');
    const broken = expect.objectContaining({ code: 'STORE_002' });

    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => unseal(key, changed.toString('base64url'), place)).toThrowError(broken);
    }
    expect(() => unseal(key, bytes.subarray(0, 20).toString('base64url'), place)).toThrowError(broken);
    expect(() => unseal(key, '', place)).toThrowError(broken);
  });
});

describe('a sealed person', () => {
  it('is who it was', () => {
    const person = { name: '정재훈', phone: '+821012345678', salt: '0'.repeat(32) };
    const row = { id: 'e', campaignId: 'cmp-1', keyVersion: 1 };
    const sealed = sealPerson(person, row, { dataKey: key, randomBytes });

    expect(openPerson({ ...row, ...sealed }, key)).toEqual(person);
    expect(() => openPerson({ ...row, ...sealed, id: 'f' }, key)).toThrow();
    expect(JSON.stringify(sealed)).not.toContain('정재훈');
  });
});
