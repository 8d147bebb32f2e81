import { createHash } from 'node:crypto';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { PKIStatus, PKIStatusInfo, TimeStampReq, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGotHttp } from '../../http/got-http.js';
import type { Http, HttpResponse } from '../../http/http.js';
import type { Policy } from '../../resilience/policy-type.js';
import { checkSignature } from './check-signature.js';
import { readStamp } from './read-stamp.js';
import { createTsa, type TsaOptions } from './tsa.js';

const hash = createHash('sha256').update('a commitment').digest('hex');
const other = createHash('sha256').update('another').digest();
const now = new Date('2026-12-05T03:00:00.000Z');
const network = createGotHttp();
const policy: Policy = (call, options) => call(options?.signal ?? new AbortController().signal);

let sandbox: Sandbox;
let clock = now;
beforeAll(async () => {
  sandbox = await openSandbox({ now: () => clock });
});
afterAll(() => sandbox.close());

const stampOver = (http: Http, changes: Partial<TsaOptions> = {}) =>
  createTsa({
    baseUrl: sandbox.baseUrls.tsa,
    mode: 'sandbox',
    http,
    policy,
    now: () => now,
    randomBytes: (size) => new Uint8Array(size).fill(7),
    ...changes,
  }).stamp(hash);

/** A man in the middle who changes the question, or the answer. */
const asking =
  (change: (query: TimeStampReq) => void): Http =>
  (request, signal) => {
    const query = AsnConvert.parse(request.bytes ?? new Uint8Array(), TimeStampReq);
    change(query);
    return network({ ...request, bytes: new Uint8Array(AsnConvert.serialize(query)) }, signal);
  };
const answering =
  (change: (response: HttpResponse) => Partial<HttpResponse>): Http =>
  async (request, signal) => {
    const response = await network(request, signal);
    return { ...response, ...change(response) };
  };

const anotherHash = asking(({ messageImprint }) => {
  messageImprint.hashedMessage = new OctetString(other);
});
const refusing = answering(() => {
  const status = new PKIStatusInfo({ status: PKIStatus.rejection });
  return { bytes: new Uint8Array(AsnConvert.serialize(new TimeStampResp({ status }))) };
});

/** Puts other bytes in place of some that are found in the answer. */
const forging = (from: Uint8Array, to: Uint8Array): Http =>
  answering(({ bytes }) => {
    const forged = Buffer.from(bytes);
    const at = forged.indexOf(from);
    expect(at).toBeGreaterThan(0);
    forged.set(to, at);
    return { bytes: forged };
  });

describe('a time-stamp authority', () => {
  it('stamps a hash, with a token whose signature verifies', async () => {
    const stamp = await stampOver(network);

    expect(stamp).toMatchObject({ at: now, authority: 'kt-event sandbox TSA (rehearsal)' });
    const { info } = readStamp(Buffer.from(stamp.token, 'base64'));
    expect(Buffer.from(info.messageImprint.hashedMessage.buffer).toString('hex')).toBe(hash);
  });

  it.each([
    ['a stamp of another hash', anotherHash, 'PROVIDER_004', 'stamp of another hash'],
    [
      'a stamp for another question',
      asking((query) => {
        query.nonce = Uint8Array.of(1).buffer;
      }),
      'PROVIDER_004',
      'another nonce',
    ],
    [
      'a stamp without a nonce',
      asking((query) => {
        delete query.nonce;
      }),
      'PROVIDER_004',
      'another nonce',
    ],
    ['a refusal', refusing, 'PROVIDER_001', 'status 2'],
    ['garbage', answering(() => ({ bytes: Buffer.from('garbage') })), 'PROVIDER_004', 'unreadable'],
    [
      'half an answer',
      answering(({ bytes }) => ({ bytes: bytes.slice(0, 200) })),
      'PROVIDER_004',
      'unreadable',
    ],
    [
      'a page in its place',
      answering(() => ({ headers: { 'content-type': 'text/html' } })),
      'PROVIDER_004',
      'no time stamp reply',
    ],
    ['a failure of the authority', answering(() => ({ status: 500 })), 'PROVIDER_006', 'HTTP 500'],
    [
      'a signature that was touched',
      answering(({ bytes }) => ({
        bytes: bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
      })),
      'PROVIDER_004',
      'signature',
    ],
    [
      'a hash that was put in later',
      async (request, signal) => {
        const answer = await anotherHash(request, signal);
        const forged = Buffer.from(answer.bytes);
        forged.set(Buffer.from(hash, 'hex'), forged.indexOf(other));
        return { ...answer, bytes: forged };
      },
      'PROVIDER_004',
      'digest of the content',
    ],
    [
      'a time that was put back',
      forging(Buffer.from('20261205030000Z'), Buffer.from('20261205025900Z')),
      'PROVIDER_004',
      'digest of the content',
    ],
    [
      'a certificate that is not for time stamps',
      forging(Buffer.from('06082b06010505070308', 'hex'), Buffer.from('06082b06010505070301', 'hex')),
      'PROVIDER_004',
      'certificate is not for time stamps',
    ],
  ] as const satisfies readonly (readonly [string, Http, string, string])[])(
    'does not count %s',
    async (_what, http, code, reason) => {
      await expect(stampOver(http)).rejects.toMatchObject({ code, context: { reason } });
    },
  );

  it.each([
    ['early', -1],
    ['late', 1],
  ])('does not count a stamp whose clock is too %s', async (_what, sign) => {
    clock = new Date(now.getTime() + sign * 301_000);
    const stamped = stampOver(network);

    await expect(stamped).rejects.toMatchObject({ context: { reason: 'time of the stamp' } });
    clock = now;
  });

  it('says so when it is down', async () => {
    const down = stampOver(network, { baseUrl: sandbox.deadEnds.refused });

    await expect(down).rejects.toMatchObject({ code: 'PROVIDER_005' });
  });

  it('would take the stamp of another hash if it looked at the signature alone', async () => {
    let answer: Uint8Array = new Uint8Array();
    await stampOver(async (request, signal) => {
      const response = await anotherHash(request, signal);
      answer = response.bytes;
      return response;
    }).catch(() => undefined);
    const stamp = readStamp(answer);

    expect(checkSignature(stamp)).toBe('kt-event sandbox TSA (rehearsal)');
    expect(stamp.info).toBeInstanceOf(TSTInfo);
  });
});
