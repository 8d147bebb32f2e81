import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toKtEventError } from '../../errors/index.js';
import { oneOrMany, readPublicData } from './public-data.js';

const schema = z.object({ items: oneOrMany(z.object({ title: z.string() })) });

function read(body: unknown, { status = 200, type = 'application/json' } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readPublicData(
    { status, headers: { 'content-type': type }, bytes: Buffer.from(text) },
    schema,
    'tour',
  );
}

function codeOf(body: unknown, options?: { status?: number; type?: string }): string {
  try {
    read(body, options);
    return 'ok';
  } catch (error) {
    return toKtEventError(error).code;
  }
}

const xml = (code: string) =>
  `<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnReasonCode>${code}</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>`;
const answer = (resultCode: string, items: unknown) => ({
  response: { header: { resultCode }, body: { items } },
});

describe('an answer of data.go.kr', () => {
  it.each([
    ['a list', { item: [{ title: '가' }, { title: '나' }] }, 2],
    ['one alone', { item: { title: '가' } }, 1],
    ['none, as an empty text', '', 0],
  ])('may hold %s', (_, items, count) => {
    expect(read(answer('0000', items))?.items).toHaveLength(count);
    expect(read(answer('00', items))?.items).toHaveLength(count);
  });

  it('may have no data, with and without a body', () => {
    expect(read({ response: { header: { resultCode: '03' } } })).toBeUndefined();
    expect(read({ header: { resultCode: '03' } })).toBeUndefined();
    expect(read(xml('03'), { type: 'text/xml' })).toBeUndefined();
  });

  it.each([
    ['20', 'AUTH_002'],
    ['30', 'AUTH_002'],
    ['31', 'AUTH_002'],
    ['22', 'PROVIDER_001'],
    ['10', 'PROVIDER_001'],
    ['99', 'PROVIDER_006'],
    ['04', 'PROVIDER_006'],
  ])('that hides code %s in XML under 200 is %s, and the same in JSON', (code, expected) => {
    expect(codeOf(xml(code), { type: 'text/xml;charset=UTF-8' })).toBe(expected);
    expect(codeOf(xml(code), { type: 'application/json' })).toBe(expected);
    expect(codeOf(answer(code, ''))).toBe(expected);
    expect(codeOf({ cmmMsgHeader: { returnReasonCode: code } })).toBe(expected);
  });

  it.each<[string, number, string]>([
    ['{"errMsg":"SERVICE_KEY_IS_NULL"}', 401, 'AUTH_002'],
    ['API rate limit exceeded', 429, 'PROVIDER_002'],
    ['<html><body>점검</body></html>', 200, 'PROVIDER_004'],
    ['{"response":', 200, 'PROVIDER_004'],
    ['<html><body>점검</body></html>', 502, 'PROVIDER_006'],
  ])('%s at %d is %s', (body, status, expected) => {
    expect(codeOf(body, { status })).toBe(expected);
  });
});
