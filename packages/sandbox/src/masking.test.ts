import { describe, expect, it } from 'vitest';
import { credentials } from './credentials.js';
import { maskHeaders, maskText } from './masking.js';

describe('maskText', () => {
  it.each([
    '01012345678',
    '010-1234-5678',
    '+82 10-1234-5678',
    '+821012345678',
    '%2B821012345678',
    '0212345678',
    '031-123-4567',
  ])('leaves only the last digits of %s', (phone) => {
    const digits = phone.replaceAll(/\D/g, '');

    const masked = maskText(`{"to":"${phone}"}`);

    expect(masked.replaceAll(/\D/g, '').length).toBeLessThanOrEqual(digits.length - 3);
    expect(masked).toContain(phone.slice(-4));
  });

  it('leaves dates, business numbers and ids alone', () => {
    const text = '2026-12-01T10:00:00Z 1248100998 17841400000000001 1168010100';

    expect(maskText(text)).toBe(text);
  });

  it('hides the credentials of the stand-ins wherever they are, and secret parameters of any value', () => {
    const text = `x=${credentials.instagram.IG_APP_SECRET}&access_token=EAAB-real&client_secret=shh&q=1`;

    expect(maskText(text)).toBe('x=***&access_token=***&client_secret=***&q=1');
  });
});

describe('maskHeaders', () => {
  it('hides headers that carry a secret and keeps the others', () => {
    expect(maskHeaders({ authorization: 'Bearer x', 'x-api-key': 'y', accept: '*/*' })).toEqual({
      authorization: '***',
      'x-api-key': '***',
      accept: '*/*',
    });
  });
});
