import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import {
  containerSchema,
  idSchema,
  insightsSchema,
  mediaSchema,
  quotaSchema,
  renewedSchema,
} from './graph-answer.js';
import { containerFailure, readFailure } from './instagram-error.js';
import { toMetrics } from './instagram-metrics.js';
import { readUsage } from './usage-pace.js';

/** Values of our own in the form that Meta's pages showed on 2026-11-20. */
function recorded(name: string): HttpResponse {
  const bytes = readFileSync(new URL(`./__fixtures__/${name}.json`, import.meta.url));
  return { status: 200, headers: { 'content-type': 'application/json; charset=UTF-8' }, bytes };
}

const parsers = {
  container: idSchema,
  'container-ready': containerSchema,
  'container-failed': containerSchema,
  media: mediaSchema,
  quota: quotaSchema,
  insights: insightsSchema,
  'insights-empty': insightsSchema,
  'renewed-token': renewedSchema,
} as const;

describe('an answer of Meta', () => {
  it.each(Object.entries(parsers))('named %s is read, and another in its place is not', (name, schema) => {
    expect(readJson(recorded(name), schema, 'instagram')).toBeTruthy();
    expect(() => readJson(recorded('usage-headers'), schema, 'instagram')).toThrowError(
      expect.objectContaining({ code: 'PROVIDER_004' }),
    );
  });

  it('about a post gives its address, and none that runs a script', () => {
    const { permalink } = readJson(recorded('media'), mediaSchema, 'instagram');

    expect(permalink).toBe('https://www.instagram.com/p/AbCdEfGhIjK/');
    expect(mediaSchema.safeParse({ id: '1', permalink: 'javascript:alert(1)' }).success).toBe(false);
    expect(idSchema.safeParse({ id: '../me' }).success).toBe(false);
  });

  it('about a failed container gives the subcode in its words', () => {
    const { status_code: state, status = '' } = readJson(
      recorded('container-failed'),
      containerSchema,
      'instagram',
    );

    expect(containerFailure(state, status).message).toContain('2207026');
  });

  it('about figures leaves out what it does not tell, and keeps a nought', () => {
    const { data } = readJson(recorded('insights'), insightsSchema, 'instagram');
    const none = readJson(recorded('insights-empty'), insightsSchema, 'instagram');

    expect(toMetrics(data)).toEqual({ reach: 135, saves: 0 });
    expect(toMetrics(none.data)).toEqual({});
  });

  it('that is a failure gives its codes', () => {
    expect(readFailure(recorded('failure'))).toEqual({
      code: 9,
      error_subcode: 2207042,
      is_transient: false,
    });
    expect(readFailure(recorded('media'))).toBeUndefined();
  });

  it('carries the use of the allowed calls in its headers', () => {
    const headers: Record<string, unknown> = readJsonRecord('usage-headers');
    const lines = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, JSON.stringify(value)]),
    );

    expect(readUsage(lines)).toEqual({ percent: 95, regainMs: 7 * 60_000 });
    expect(readUsage({ 'x-app-usage': 'not JSON', 'x-business-use-case-usage': '[]' })).toBeUndefined();
  });
});

function readJsonRecord(name: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(recorded(name).bytes));
}
