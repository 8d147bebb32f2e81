import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noon, openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import { aQuestion, describeTrendSource, forgetful } from '../../testing/trend-contract.js';
import { basesAt, createKmaForecast } from './kma-forecast.js';
import { sumUp, weatherText } from './weather-days.js';

const keyOf = ({ sandbox }: StandIn) => sandbox.credentials.data_go_kr.DATA_GO_KR_SERVICE_KEY;

describeTrendSource('the forecast', {
  provider: 'data_go_kr',
  path: '/1360000',
  create: (options, standIn) =>
    createKmaForecast({ ...options, serviceKey: keyOf(standIn), now: () => noon }),
});

describe('the forecast of the weather service', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await openStandIn();
  });
  afterEach(() => standIn.close());

  const create = (now = noon) =>
    createKmaForecast({
      ...standIn.options(standIn.sandbox.baseUrls.data_go_kr),
      serviceKey: keyOf(standIn),
      now: () => now,
    });

  it.each([
    ['2026-12-01T12:00:00+09:00', '2026-12-01 1100', '2026-12-01 0800'],
    ['2026-12-01T11:05:00+09:00', '2026-12-01 0800', '2026-12-01 0500'],
    ['2026-12-01T00:30:00+09:00', '2026-11-30 2300', '2026-11-30 2000'],
    ['2026-12-01T02:10:00+09:00', '2026-11-30 2300', '2026-11-30 2000'],
    ['2026-12-01T02:15:00+09:00', '2026-12-01 0200', '2026-11-30 2300'],
  ])('at %s is the one of %s, else of %s', (now, ...expected) => {
    expect(basesAt(new Date(now)).map(({ day, time }) => `${day} ${time}`)).toEqual(expected);
  });

  it('is the one before when the last is late', async () => {
    const body = { response: { header: { resultCode: '03', resultMsg: 'NO_DATA' } } };
    standIn.sandbox.addFault({
      provider: 'data_go_kr',
      fault: { kind: 'status', code: 200, body },
      times: 1,
    });

    const [told] = await create().tell(aQuestion(), forgetful);

    expect(told?.text).toContain('12월 1일~12월 4일');
    const paths = standIn.sandbox.requests('data_go_kr').map(({ path }) => path);
    expect(paths).toHaveLength(2);
  });

  it('is not asked about days that it does not reach, or a place that nobody knows', () => {
    const period = { start: '2026-12-05', end: '2026-12-18' };

    expect(create().blindTo(aQuestion({ period }))).toBe('too_far');
    expect(create().blindTo(aQuestion({ place: undefined }))).toBe('no_place');
    expect(create().blindTo(aQuestion({ period: { ...period, start: '2026-12-04' } }))).toBeUndefined();
  });

  it('is told by day, with rain in opening hours only', () => {
    const row = (category: string, fcstTime: string, fcstValue: string, fcstDate = '20261202') => ({
      category,
      fcstTime,
      fcstValue,
      fcstDate,
    });
    const days = sumUp([
      row('TMP', '0300', '-6'),
      row('TMP', '1500', '4'),
      row('TMX', '1500', '5.0'),
      row('PTY', '0300', '3'),
      row('PTY', '1200', '1'),
      row('PCP', '1200', '1.0mm'),
      row('TMP', '1200', '-999', '20261203'),
      row('TMP', '1300', '2', '20261203'),
      row('PTY', '2300', '1', '20261203'),
      row('PTY', '1200', '0', '20261204'),
    ]);

    expect(days).toEqual([
      { day: '2026-12-02', lowC: -6, highC: 5, wetHours: 1, snows: false },
      { day: '2026-12-03', lowC: 2, highC: 2, wetHours: 0, snows: false },
    ]);
    expect(weatherText(days, '서울')).toBe(
      '12월 2일~12월 3일 서울 날씨: 12월 2일에 비 예보가 있습니다. 기온은 -6도에서 5도입니다',
    );
  });
});
