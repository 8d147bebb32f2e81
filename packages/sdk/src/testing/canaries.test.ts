import { describe, expect, it } from 'vitest';
import { findCanaries, phoneCanaries } from './canaries.js';

const key = 'sand+box/service=key';
const phones = phoneCanaries('phone', '01012345678');

const inBase64 = (before: string) => Buffer.from(`${before}${key} and what follows`).toString('base64');

describe('the scanner', () => {
  it.each([
    ['as it is', `key=${key}.`],
    ['in an address', `?key=${encodeURIComponent(key)}`],
    ['in an address with small letters', `?key=${encodeURIComponent(key).toLowerCase()}`],
    ['in a JSON document', JSON.stringify({ key }).replaceAll('/', '\\/')],
    ['in Base64', inBase64('')],
    ['in Base64, one byte on', inBase64('1')],
    ['in Base64, two bytes on', inBase64('12')],
    ['in Base64 for addresses', Buffer.from(`1${key}?`).toString('base64url')],
    ['in hex', Buffer.from(key).toString('hex')],
    ['in capital hex', Buffer.from(key).toString('hex').toUpperCase()],
    ['in UTF-16', Buffer.from(`x${key}`, 'utf16le')],
    ['between bytes that are no text', Buffer.concat([Buffer.from([0xff, 0xfe, 0]), Buffer.from(key)])],
  ])('finds a secret %s', (_how, where) => {
    expect(findCanaries(where, { key })).not.toEqual([]);
  });

  it.each([
    '010-1234-5678',
    '01012345678',
    '+821012345678',
    '821012345678',
    '+82 10 1234 5678',
    '010.1234.5678',
  ])('finds a phone written as %s', (written) => {
    expect(findCanaries(`to ${written}`, phones)).not.toEqual([]);
    expect(findCanaries(Buffer.from(`to ${written}`).toString('base64'), phones)).not.toEqual([]);
  });

  it('finds a name of another alphabet escaped', () => {
    expect(findCanaries('"\\uac00\\uc628\\ub204\\ub9ac"', { name: '가온누리' })).toEqual(['name (json)']);
  });

  it('says the name and the spelling, never the secret', () => {
    expect(findCanaries(`${key} ${key}`, { 'a key': key })).toEqual(['a key (plain)']);
  });

  it('finds nothing where only a part is, masked or hashed', () => {
    expect(findCanaries('sand+box, 가*리 · 5678, 010****5678', { key, name: '가온누리', ...phones })).toEqual(
      [],
    );
  });
});
