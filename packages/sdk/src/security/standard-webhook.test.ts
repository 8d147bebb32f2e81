import { createHmac } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { verifyStandardWebhook, type WebhookCall } from './standard-webhook.js';

/** The reference vector of Standard Webhooks 1.0.0. Not a secret: it is printed in the specification's tests. */
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = Buffer.from('{"test": 2432232314}');
const seconds = 1_614_265_330;
const headers = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': String(seconds),
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const at = (offset: number) => new Date((seconds + offset) * 1_000);

const verify = (over: Partial<WebhookCall> = {}) =>
  verifyStandardWebhook({ headers, rawBody: body, secrets: [secret], now: at(0), ...over });
const withHeader = (name: string, value: string | undefined) =>
  verify({ headers: { ...headers, [name]: value } });
const signed = (key: string) =>
  `v1,${createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'))
    .update(`${headers['webhook-id']}.${seconds}.${body}`)
    .digest('base64')}`;

describe('a call back signed as a Standard Webhook', () => {
  it('is told by its id', () => {
    expect(verify()).toBe(headers['webhook-id']);
  });

  it.each([-300, -1, 0, 1, 300])('is on time %i s off', (offset) => {
    expect(verify({ now: at(offset) })).toBe(headers['webhook-id']);
  });

  it.each([-301, 301, 86_400])('is refused %i s off', (offset) => {
    expect(verify({ now: at(offset) })).toBeUndefined();
  });

  it('is genuine under the old key and the new one while keys change', () => {
    const both = `${signed(other)} ${headers['webhook-signature']}`;

    expect(verify({ secrets: [other, secret] })).toBe(headers['webhook-id']);
    expect(verify({ secrets: [other], headers: { ...headers, 'webhook-signature': both } })).toBeDefined();
    expect(verify({ secrets: [other] })).toBeUndefined();
    expect(verify({ secrets: [] })).toBeUndefined();
  });

  it('passes over signatures of a kind it does not know', () => {
    const { 'webhook-signature': known } = headers;

    expect(withHeader('webhook-signature', `v1a,AAAA ${known}`)).toBeDefined();
    expect(withHeader('webhook-signature', known.replace('v1,', 'v2,'))).toBeUndefined();
  });

  it.each(Object.keys(headers))('is refused without %s', (name) => {
    expect(withHeader(name, undefined)).toBeUndefined();
    expect(withHeader(name, '')).toBeUndefined();
  });

  it.each([
    ['another id', 'webhook-id', 'msg_other'],
    ['another time', 'webhook-timestamp', String(seconds + 1)],
    ['a time that is no number', 'webhook-timestamp', `${seconds}.0`],
    ['a date', 'webhook-timestamp', '2021-02-25T15:02:10Z'],
    ['a shortened signature', 'webhook-signature', 'v1,g0hM9SsE'],
    ['an empty signature', 'webhook-signature', 'v1,'],
    ['no version', 'webhook-signature', 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='],
  ])('is refused with %s', (_what, name, value) => {
    expect(withHeader(name, value)).toBeUndefined();
  });

  it('is refused under a key too short to be one, even when the signature fits', () => {
    const short = `whsec_${Buffer.from('short').toString('base64')}`;

    expect(
      verify({ secrets: [short], headers: { ...headers, 'webhook-signature': signed(short) } }),
    ).toBeUndefined();
  });

  test.prop([fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 })])(
    'is refused when a byte of its body is another',
    (index, change) => {
      const changed = Buffer.from(body);
      changed[index] = (changed[index] ?? 0) ^ change;

      expect(verify({ rawBody: changed })).toBeUndefined();
    },
  );

  it('would be caught reading the clock of the sender', () => {
    const late = { headers, rawBody: body, secrets: [secret], now: at(301) };
    const deceived = (call: WebhookCall) =>
      verifyStandardWebhook({ ...call, now: new Date(Number(call.headers['webhook-timestamp']) * 1_000) });

    expect(deceived(late)).toBeDefined();
    expect(verifyStandardWebhook(late)).toBeUndefined();
  });
});
