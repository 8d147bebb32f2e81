import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from './read-json.js';

const schema = z.object({ id: z.string() });
const json = (body: string | Uint8Array, type?: string) =>
  readJson(
    { status: 200, headers: type === undefined ? {} : { 'content-type': type }, bytes: Buffer.from(body) },
    schema,
    'sms',
  );

describe('readJson', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/vnd.api+json',
    'text/plain',
    undefined,
  ])('reads JSON under the type %s', (type) => {
    expect(json('{"id":"봄"}', type)).toEqual({ id: '봄' });
  });

  it('ignores fields it does not know and a byte order mark', () => {
    expect(json('\uFEFF{"id":"1","new":true}')).toEqual({ id: '1' });
  });

  it.each([
    ['<html>', 'text/html', 'text/html instead of JSON'],
    ['{"id":"1"}', 'application/xml', 'application/xml instead of JSON'],
    ['', 'application/json', 'empty body'],
    ['{"id":', 'application/json', 'not JSON (application/json)'],
    [Buffer.from([0x22, 0xb0, 0xa1, 0x22]), 'application/json', 'not JSON (application/json)'],
    ['{"id":1}', 'application/json', 'id: invalid_type'],
    ['[]', 'application/json', 'body: invalid_type'],
  ])('refuses %j as %s', (body, type, reason) => {
    expect(() => json(body, type)).toThrowError(
      expect.objectContaining({ code: 'PROVIDER_004', context: { provider: 'sms', reason } }),
    );
  });

  it('does not quote a body it cannot parse', () => {
    let error: unknown;
    try {
      json('01012345678 is not JSON');
    } catch (thrown) {
      error = thrown;
    }

    expect(inspect(error, { depth: 9 })).not.toContain('01012345678');
  });
});
