import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { signSolapi } from './solapi-signature.js';

it('signs the date followed by the salt', () => {
  const key = { apiKey: 'k', apiSecret: 'TESTSECRET0000000000000000000000' };
  const salt = '0123456789abcdef0123456789abcdef';
  const expected = createHmac('sha256', key.apiSecret)
    .update(`2026-11-20T10:00:00.000Z${salt}`)
    .digest('hex');

  expect(signSolapi(key, new Date('2026-11-20T10:00:00Z'), salt)).toBe(
    `HMAC-SHA256 apiKey=k, date=2026-11-20T10:00:00.000Z, salt=${salt}, signature=${expected}`,
  );
});

it('agrees with the published vector', () => {
  // Solapi takes any ISO 8601 date; the vector was computed without milliseconds, our dates have them.
  const hmac = createHmac('sha256', 'TESTSECRET0000000000000000000000');
  const vector = '4a092559b9737c27724d1331eb4419dcc2f8e0d0539bbfc993588251f4be70eb';
  expect(hmac.update('2026-11-20T10:00:00Z0123456789abcdef0123456789abcdef').digest('hex')).toBe(vector);
});
