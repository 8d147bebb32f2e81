import { describe, expect, it } from 'vitest';
import { redact } from './redact.js';

describe('text for a log', () => {
  it.each([
    ['call 010-1234-5678 now', 'call [phone] now'],
    ['01012345678', '[phone]'],
    ['+82 10 1234 5678', '[phone]'],
    ['"phone":"+821012345678"', '"phone":"[phone]"'],
    ['store 02-1234-5678', 'store [phone]'],
    ['to a.b+c@mail.example.kr failed', 'to [e-mail] failed'],
    ['authorization: Bearer abc.def-ghi', 'authorization: Bearer [key]'],
    ['eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2ln', '[token]'],
    ['using sk-ant-api03-AAAABBBBCCCC', 'using [key]'],
    ['{"apiKey":"abcdef123"}', '{"apiKey":"[key]"}'],
    ['/m/a.png?v=1&sig=abcdefgh&kid=1', '/m/a.png?v=1&sig=[key]&kid=1'],
    ['one\r\ntwo', 'one\\r\\ntwo'],
  ])('hides what is secret in: %s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it.each([
    'campaign cmp-000000000001 opened at 2026-12-05T03:00:00.000Z',
    'run 7c5a9f0e-2f6b-4a53-9a0a-0d6a1f0c2b11 took 1012 ms',
    'budget 20000000 KRW',
    'STORE_005: Could not be saved (SQLITE_FULL)',
  ])('keeps what is not: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('stays fast on hostile text', () => {
    const hostile = `${'a'.repeat(50_000)}@${'0'.repeat(50_000)}`;
    const started = performance.now();
    redact(hostile);

    expect(performance.now() - started).toBeLessThan(500);
  });
});
