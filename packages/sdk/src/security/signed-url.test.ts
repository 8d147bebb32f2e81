import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createMediaSigner, longestLifetimeSeconds } from './signed-url.js';

const at = Date.parse('2026-12-05T03:00:00Z');
const keys = { k1: Buffer.alloc(32, 1), k2: Buffer.alloc(32, 2) };
const path = '/m/poster-1.png';
const signer = (nowMs = at, given: Record<string, Uint8Array> = keys) =>
  createMediaSigner({ keys: given, currentKeyId: 'k1', now: () => new Date(nowMs) });
const queryOf = (url: string) => Object.fromEntries(new URL(url, 'https://x.test').searchParams);
const minted = queryOf(signer().mint(path, 60));
const refusal = expect.objectContaining({ code: 'AUTH_003' });

describe('a signed address', () => {
  it('opens its object until it expires', () => {
    expect(() => signer(at + 59_999).verify(path, minted)).not.toThrow();
    expect(() => signer(at + 60_000).verify(path, minted)).toThrowError(refusal);
  });

  it('opens no other object', () => {
    expect(() => signer().verify('/m/poster-2.png', minted)).toThrowError(refusal);
  });

  it.each([
    ['another expiry', { ...minted, exp: String(Number(minted['exp']) + 1) }],
    ['an odd expiry', { ...minted, exp: `0${minted['exp']}` }],
    ['another key', { ...minted, kid: 'k2' }],
    ['an unknown key', { ...minted, kid: '__proto__' }],
    ['another version', { ...minted, v: '2' }],
    ['an extra parameter', { ...minted, width: '10' }],
    ['no signature', { v: '1', kid: 'k1', exp: String(minted['exp']) }],
    ['a padded signature', { ...minted, sig: `${minted['sig']}=` }],
    ['nothing', {}],
  ])('is refused with %s', (_what, query) => {
    expect(() => signer().verify(path, query as Record<string, string>)).toThrowError(refusal);
  });

  it('stops working when its key is taken out', () => {
    const { k2 } = keys;

    expect(() => signer(at, { k2 }).verify(path, minted)).toThrowError(refusal);
  });

  it('lives for seven days at most', () => {
    const tooLong = () => signer().mint(path, longestLifetimeSeconds + 1);

    expect(() => signer().mint(path, longestLifetimeSeconds)).not.toThrow();
    expect(tooLong).toThrowError(expect.objectContaining({ code: 'USER_001' }));
  });

  test.prop([fc.string({ unit: fc.constantFrom(...'abcAB-_01'), minLength: 43, maxLength: 43 })], {
    numRuns: 10_000,
  })('is never forged by guessing', (sig) => {
    fc.pre(sig !== minted['sig']);
    expect(() => signer().verify(path, { ...minted, sig })).toThrowError(refusal);
  });
});
