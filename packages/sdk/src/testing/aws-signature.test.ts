import { describe, expect, it } from 'vitest';
import { refusalOf, type SignatureRules, type SignedRequest } from './aws-signature.js';

/** Amazon's own examples. Source: Amazon S3 API reference, signature version 4, header and query examples. */
const rules: SignatureRules = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
  now: () => new Date('2013-05-24T00:00:00Z'),
};
const nothing = new Uint8Array();
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const host = 'examplebucket.s3.amazonaws.com';

function inHeaders(over: Partial<SignedRequest>, signedHeaders: string, signature: string): SignedRequest {
  const credential = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${signedHeaders},Signature=${signature}`;
  const headers = {
    host,
    'x-amz-date': '20130524T000000Z',
    'x-amz-content-sha256': hashOfNothing,
    ...over.headers,
    authorization,
  };
  return { method: 'GET', url: '/', body: nothing, ...over, headers };
}

const presigned = (signature: string, url = '/test.txt'): SignedRequest => ({
  method: 'GET',
  url:
    `${url}?X-Amz-Algorithm=AWS4-HMAC-SHA256` +
    '&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
    `&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=${signature}`,
  headers: { host },
  body: nothing,
});
const published = 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';

const examples: readonly [string, SignedRequest][] = [
  ['a presigned address', presigned(published)],
  [
    'a read of some bytes',
    inHeaders(
      { url: '/test.txt', headers: { range: 'bytes=0-9' } },
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ),
  ],
  [
    'a write',
    inHeaders(
      {
        method: 'PUT',
        url: '/test%24file.text',
        headers: {
          date: 'Fri, 24 May 2013 00:00:00 GMT',
          'x-amz-storage-class': 'REDUCED_REDUNDANCY',
          'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
        },
        body: Buffer.from('Welcome to Amazon S3.'),
      },
      'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ),
  ],
  [
    'a parameter without a value',
    inHeaders(
      { url: '/?lifecycle' },
      'host;x-amz-content-sha256;x-amz-date',
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ),
  ],
];

describe('the check of a signature', () => {
  it.each(examples)("agrees with Amazon's example of %s", (_what, request) => {
    expect(refusalOf(request, rules)).toBeUndefined();
  });

  it.each(examples)('refuses %s under another secret', (_what, request) => {
    const other = { ...rules, secretAccessKey: 'another' };

    expect(refusalOf(request, other)).toBe('SignatureDoesNotMatch');
  });

  it.each<[string, SignedRequest, Partial<SignatureRules>, string]>([
    ['another path', presigned(published, '/other.txt'), {}, 'SignatureDoesNotMatch'],
    ['another verb', { ...presigned(published), method: 'PUT' }, {}, 'SignatureDoesNotMatch'],
    ['another key', presigned(published), { accessKeyId: 'AKIAOTHER' }, 'InvalidAccessKeyId'],
    ['another region', presigned(published), { region: 'kr-standard' }, 'AuthorizationHeaderMalformed'],
    [
      'the moment it ends',
      presigned(published),
      { now: () => new Date('2013-05-25T00:00:00Z') },
      'AccessDenied',
    ],
    [
      'a moment long before it begins',
      presigned(published),
      { now: () => new Date('2013-05-23T23:00:00Z') },
      'RequestTimeTooSkewed',
    ],
    [
      'no signature',
      { method: 'GET', url: '/test.txt', headers: { host }, body: nothing },
      {},
      'AccessDenied',
    ],
  ])('refuses %s', (_what, request, over, code) => {
    expect(refusalOf(request, { ...rules, ...over })).toBe(code);
  });

  it('refuses other bytes than were signed, and headers that were not', () => {
    const write = examples[2]?.[1] ?? presigned('');
    const unsigned = { ...write, headers: { ...write.headers, 'x-amz-acl': 'public-read' } };

    expect(refusalOf({ ...write, body: Buffer.from('Else') }, rules)).toBe('XAmzContentSHA256Mismatch');
    expect(refusalOf(unsigned, rules)).toBe('AccessDenied');
  });
});
