import { expect, it } from 'vitest';
import { parseNhnHint } from './nhn-hint.js';

const secret = 'text of the console';
const signed = { 'x-toast-webhook-signature': secret };
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const call = (over: object = {}) =>
  bytes({
    hooksId: 'h-1',
    event: 'MESSAGE_RESULT_UPDATE',
    hooks: [
      { requestId: '20261201ABCDEF000001', recipientSeq: 1, resultCode: 'MRC01' },
      { requestId: '20261201ABCDEF000001', recipientSeq: 2 },
      { recipientSeq: 3 },
    ],
    ...over,
  });

it('tells which requests to read again, each once, and believes nothing else', () => {
  expect(parseNhnHint(signed, call(), secret)).toEqual({
    batchIds: ['20261201ABCDEF000001'],
    messageIds: [],
  });
});

it.each([
  ['another signature', { 'x-toast-webhook-signature': 'guess' }, call(), secret],
  ['a part of the signature', { 'x-toast-webhook-signature': secret.slice(1) }, call(), secret],
  ['no signature', {}, call(), secret],
  ['no signature where none is set', {}, call(), ''],
  ['an empty signature where none is set', { 'x-toast-webhook-signature': '' }, call(), ''],
  ['another event', signed, call({ event: 'UNSUBSCRIBE' }), secret],
  ['no JSON', signed, new Uint8Array([0xff]), secret],
])('takes no hint from a call with %s', (_what, headers, body, text) => {
  expect(parseNhnHint(headers, body, text)).toBeUndefined();
});

it('reads no id that would lead elsewhere', () => {
  expect(parseNhnHint(signed, call({ hooks: [{ requestId: '../messages' }] }), secret)?.batchIds).toEqual([]);
});
