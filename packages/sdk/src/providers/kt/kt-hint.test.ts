import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifyStandardWebhook } from '../../security/standard-webhook.js';
import { parseKtHint } from './kt-hint.js';

/** The vector of Standard Webhooks 1.0.0. */
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
} as const;

const { secret, id, timestamp } = vector;
const other = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const body = '{"type":"deployment.status","data":{"deploymentId":"kt_1","status":"ON_AIR"}}';
const at = (seconds: number) => new Date((timestamp + seconds) * 1_000);

function sign(text: string, key: string = secret, seconds: number = timestamp): string {
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', bytes).update(`${id}.${seconds}.${text}`).digest('base64')}`;
}

function headersOf(signature: string): Record<string, string> {
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
}

interface Call {
  readonly signature?: string;
  readonly text?: string;
  readonly secrets?: string;
  readonly seconds?: number;
}

function read({ text = body, signature = sign(text), secrets = secret, seconds = 0 }: Call = {}) {
  return parseKtHint(headersOf(signature), Buffer.from(text), secrets, at(seconds));
}

it('signs and checks as the vector of the standard says', () => {
  const call = { headers: headersOf(vector.signature), secrets: [secret], now: at(0) };

  expect(sign(vector.body)).toBe(vector.signature);
  expect(verifyStandardWebhook({ ...call, rawBody: Buffer.from(vector.body) })).toBe(id);
  expect(verifyStandardWebhook({ ...call, rawBody: Buffer.from(vector.body.replace(' ', '')) })).toBe(
    undefined,
  );
});

it('reads which order to ask about, and nothing else', () => {
  expect(read()).toEqual({ id, deploymentId: 'kt_1' });
});

it.each<[string, Call]>([
  ['five minutes late', { seconds: 300 }],
  ['five minutes early', { seconds: -300 }],
  ['signed with the old key and the new one', { signature: `${sign(body, other)} ${sign(body)}` }],
  ['signed with one of the keys of a rotation', { secrets: `${other} ${secret}` }],
])('takes a call %s', (_what, call) => {
  expect(read(call)?.deploymentId).toBe('kt_1');
});

it.each<[string, Call]>([
  ['more than five minutes late', { seconds: 301 }],
  ['more than five minutes early', { seconds: -301 }],
  ['signed by a stranger', { signature: sign(body, other) }],
  ['signed for another moment', { signature: sign(body, secret, timestamp + 1) }],
  ['changed by one byte', { text: body.replace('kt_1', 'kt_2'), signature: sign(body) }],
  ['without a signature', { signature: '' }],
  ['that is not JSON', { text: 'kt_1' }],
  ['about nothing', { text: '{"data":{}}' }],
  ['that would leave its path', { text: '{"data":{"deploymentId":"../deploy"}}' }],
  ['when no secret is set', { secrets: '' }],
])('takes no call %s', (_what, call) => {
  expect(read(call)).toBeUndefined();
});
