import { describe, expect, it } from 'vitest';
import { KtEventError } from '../errors/index.js';
import type { HttpResponse } from './http.js';
import { requireOk } from './require-ok.js';

function anAnswer(status: number, body: unknown = '', headers: Record<string, string> = {}): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, bytes: Buffer.from(text) };
}

function errorOf(response: HttpResponse): KtEventError {
  try {
    requireOk(response, 'sms');
  } catch (error) {
    if (KtEventError.is(error)) return error;
  }
  throw new Error('no error of ours');
}

const reasonOf = (body: unknown) => errorOf(anAnswer(400, body)).context['reason'];

describe('requireOk', () => {
  it.each([200, 201, 204])('lets %i pass', (status) => {
    const response = anAnswer(status);

    expect(requireOk(response, 'sms')).toBe(response);
  });

  it('classes every status there is', () => {
    const codes = new Set(Array.from({ length: 300 }, (_, at) => errorOf(anAnswer(300 + at)).code));

    expect(codes).toEqual(new Set(['PROVIDER_001', 'AUTH_002', 'PROVIDER_006', 'PROVIDER_002']));
  });

  it('holds a date against the clock of the provider', () => {
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT', date: 'Sun, 22 Nov 2026 10:00:00 GMT' };

    expect(errorOf(anAnswer(503, '', headers))).toMatchObject({ code: 'PROVIDER_002', retryAfterMs: 30_000 });
  });

  it('prefers the exact wait to the rounded one', () => {
    const headers = { 'retry-after': '1', 'retry-after-ms': '250' };

    expect(errorOf(anAnswer(429, '', headers)).retryAfterMs).toBe(250);
  });

  it.each([
    [{ detail: 'slot is taken', message: 'other' }],
    [{ error: { message: 'slot is taken' } }],
    [{ error: 'slot is taken' }],
    [{ errorMessage: 'slot is taken' }],
  ])('finds the sentence in %j', (body) => {
    expect(reasonOf(body)).toBe('HTTP 400, slot is taken');
  });

  it.each(['<html>slot is taken</html>', '', 'null', '[1]', { message: 7 }])('finds none in %j', (body) => {
    expect(reasonOf(body)).toBe('HTTP 400');
  });

  it.each([
    ['번호 010-1234-5678 중복', 'HTTP 400, 번호 [number] 중복'],
    ['to +82 (10) 1234 5678', 'HTTP 400, to [number]'],
    ['to ０１０１２３４５６７８', 'HTTP 400, to [number]'],
    ['for hong.gildong@example.com only', 'HTTP 400, for [email] only'],
    ['key sk-live-abcdefghijklmnopqrstuvwxyz', 'HTTP 400, key [key]'],
    ['red \u001b[31malert\u001b[0m\r\nnext \u202eline', 'HTTP 400, red [31malert [0m next line'],
    ['subcode 2207051', 'HTTP 400, subcode 2207051'],
  ])('makes %j fit to print', (message, reason) => {
    expect(reasonOf({ message })).toBe(reason);
  });

  it('keeps a sentence short', () => {
    expect(String(reasonOf({ message: '말'.repeat(500) })).length).toBeLessThanOrEqual(130);
  });
});
