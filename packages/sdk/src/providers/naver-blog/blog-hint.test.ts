import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { callBack } from './__fixtures__/endpoint-answers.js';
import { parseBlogHint } from './blog-hint.js';

const now = new Date('2026-12-01T12:00:00+09:00');
const key = Buffer.alloc(32, 3);
const secret = `whsec_${key.toString('base64')}`;

function call(body: string, id = 'msg_1') {
  const timestamp = String(now.getTime() / 1_000);
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return { headers, rawBody: Buffer.from(body) };
}

const parse = ({ headers, rawBody }: ReturnType<typeof call>, keys = secret) =>
  parseBlogHint(headers, rawBody, keys, now);

it('says which post to ask about, and tells a repetition by its id', () => {
  expect(parse(call(JSON.stringify(callBack)))).toEqual({ id: 'msg_1', postId: 'blog_1' });
});

it('says nothing of a state: a call back is no proof', () => {
  expect(Object.keys(parse(call(JSON.stringify(callBack))) ?? {})).toEqual(['id', 'postId']);
});

it('knows the old key and the new one', () => {
  const next = `whsec_${Buffer.alloc(32, 4).toString('base64')}`;

  expect(parse(call(JSON.stringify(callBack)), `${next} ${secret}`)).toBeDefined();
  expect(parse(call(JSON.stringify(callBack)), next)).toBeUndefined();
  expect(parse(call(JSON.stringify(callBack)), '')).toBeUndefined();
});

it.each(['', 'null', '[]', '{', '{"data":{}}', '{"data":{"postId":""}}', '{"data":{"postId":7}}'])(
  'is none for a genuine call that says %s',
  (body) => {
    expect(parse(call(body))).toBeUndefined();
  },
);

it('is none for a forged call', () => {
  const genuine = call(JSON.stringify(callBack));

  expect(parse({ ...genuine, rawBody: Buffer.from('{"data":{"postId":"blog_2"}}') })).toBeUndefined();
});
