import type { Fault, ProviderName } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toKtEventError } from '../errors/index.js';
import type { ProviderOptions } from '../providers/provider-options.js';
import { openTrendData, type TrendData } from '../providers/trend-data.js';
import { placeOf } from '../providers/trend-place.js';
import type { Remember, TrendQuestion, TrendSource } from '../providers/trend-source.js';
import { type TrendStatement, trendStatementSchema } from '../schema/trend.js';
import { noon, openStandIn, type StandIn } from './open-stand-in.js';

/** Nothing is remembered: each question reaches the stand-in. */
export const forgetful: Remember = (_key, load) => load(new AbortController().signal);

export const data = await openTrendData();

/** A café in Mapo, with its own point, asked about the first half of December. */
export function aQuestion(change: Partial<TrendQuestion> = {}): TrendQuestion {
  const store = { region: '서울 마포구', location: { lat: 37.5563, lon: 126.9236 } };
  return {
    industry: 'cafe',
    season: 'christmas',
    period: { start: '2026-12-01', end: '2026-12-14' },
    place: placeOf(store, data.places),
    now: noon,
    ...change,
  };
}

export interface TrendSubject {
  readonly provider: ProviderName;
  /** Start of the path of its requests, below the provider's prefix. */
  readonly path: string;
  create(options: ProviderOptions, standIn: StandIn, data: TrendData): TrendSource;
}

const failures: readonly (readonly [string, Fault, string])[] = [
  ['is down', { kind: 'status', code: 500 }, 'PROVIDER_006'],
  ['has a maintenance page', { kind: 'html_200' }, 'PROVIDER_004'],
  ['answers with half of it', { kind: 'truncated_json' }, 'PROVIDER_004'],
  ['refuses the key', { kind: 'status', code: 401 }, 'AUTH_002'],
  ['has no calls left today', { kind: 'quota' }, 'PROVIDER_001'],
  ['is asked too often', { kind: 'rate_limit', retryAfter: 'none' }, 'PROVIDER_002'],
  ['hangs up', { kind: 'accept_then_drop' }, 'PROVIDER_006'],
];

/** What a plan may expect of every source of trends. */
export function describeTrendSource(name: string, subject: TrendSubject): void {
  describe(name, () => {
    let standIn: StandIn;
    beforeEach(async () => {
      standIn = await openStandIn();
    });
    afterEach(() => standIn.close());

    const create = (baseUrl = standIn.sandbox.baseUrls[subject.provider]) =>
      subject.create(standIn.options(baseUrl), standIn, data);
    const calls = () => standIn.sandbox.requests(subject.provider).length;
    const strike = (fault: Fault) =>
      standIn.sandbox.addFault({
        provider: subject.provider,
        match: { path: subject.path },
        fault,
        times: 50,
      });

    it('says where each statement is from, of which day, and how far to trust it', async () => {
      const told = await create().tell(aQuestion(), forgetful);

      expect(told.length).toBeGreaterThan(0);
      for (const statement of told) {
        expect(trendStatementSchema.parse(statement)).toEqual(statement);
        expect(statement).toMatchObject({ mode: 'sandbox' });
        expect(statement.source.length).toBeGreaterThan(3);
        expect(statement.date <= '2026-12-01').toBe(true);
      }
    });

    it('asks one thing once, whoever wants it', async () => {
      const kept = new Map<string, unknown>();
      const remember: Remember = async (key, load) => {
        if (!kept.has(key)) kept.set(key, await load(new AbortController().signal));
        return kept.get(key) as Awaited<ReturnType<typeof load>>;
      };
      const source = create();

      const first = await source.tell(aQuestion(), remember);
      const asked = calls();
      const second = await source.tell(aQuestion(), remember);

      expect(second).toEqual(first);
      expect(calls()).toBe(asked);
    });

    it.each(failures)('that %s is an error, and no statement', async (_, fault, code) => {
      strike(fault);

      expect(await codeOf(create().tell(aQuestion(), forgetful))).toBe(code);
    });

    it('cannot be reached where nobody listens', async () => {
      expect(await codeOf(create(standIn.deadUrl).tell(aQuestion(), forgetful))).toBe('PROVIDER_005');
    });

    it('takes a field more than it reads, and puts its key into no error', async () => {
      strike({ kind: 'extra_fields' });
      expect((await create().tell(aQuestion(), forgetful)).length).toBeGreaterThan(0);

      standIn.sandbox.clearFaults();
      strike({ kind: 'status', code: 400 });
      const error = await create()
        .tell(aQuestion(), forgetful)
        .catch((failure: unknown) => failure);
      expect(JSON.stringify(toKtEventError(error))).not.toMatch(/sandbox[+-](service|hub|legacy)/);
    });

    it('would be noticed if it invented what it was not told', async () => {
      const inventive: TrendSource['tell'] = async () => [
        { kind: 'search', text: '요즘 뜹니다' } as TrendStatement,
      ];

      await expect(
        inventive(aQuestion(), forgetful).then((told) => told.map((one) => trendStatementSchema.parse(one))),
      ).rejects.toThrow();
    });
  });
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'told',
    (error: unknown) => toKtEventError(error).code,
  );
}
