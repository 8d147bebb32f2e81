import { expect, it } from 'vitest';
import { aBrief } from './__fixtures__/a-brief.js';
import { openKnowledge } from './knowledge.js';
import { ownTrends } from './own-trends.js';
import { groundOf } from './plan.js';

const knowledge = await openKnowledge();
const trendsOf = (
  change: Parameters<typeof aBrief>[0] = {},
  today = '2026-11-20',
  insights: Parameters<typeof ownTrends>[1] = [],
) => {
  const brief = aBrief(change);
  return ownTrends(groundOf({ brief, today, insights: [], rehearsal: false }, knowledge), insights);
};

it('says what the season means for the trade and the place, and that this is experience', () => {
  const [season, region] = trendsOf();

  expect(season).toMatchObject({
    kind: 'season',
    text: '크리스마스 시즌입니다 (선물·불빛). 이 업종에서는 ‘겨울 머그 스탬프’ 같은 이벤트가 어울립니다',
    confidence: 'medium',
    mode: 'local',
  });
  expect(region).toMatchObject({ kind: 'region', confidence: 'low' });
});

it('names the holidays of the event, those of the moon and their substitutes', () => {
  const draw = { at: '2027-02-16T12:00:00+09:00', beacon: 'drand' as const };
  const trends = trendsOf({ period: { start: '2027-02-01', end: '2027-02-15' }, draw }, '2027-01-15');

  expect(trends.find(({ kind }) => kind === 'holiday')?.text).toBe(
    '이벤트 기간의 공휴일: 2월 6일(설날 연휴), 2월 7일(설날), 2월 8일(설날 연휴), 2월 9일(설날 대체공휴일)',
  );
});

it('admits which years’ holidays it does not know', () => {
  const draw = { at: '2033-02-16T12:00:00+09:00', beacon: 'drand' as const };
  const trends = trendsOf({ period: { start: '2033-02-01', end: '2033-02-15' }, draw }, '2033-01-15');

  expect(trends.find(({ kind }) => kind === 'holiday')).toMatchObject({
    text: '2033년의 설날·부처님오신날·추석은 달력에 없습니다',
    confidence: 'medium',
  });
});

it('says nothing of holidays that there are none of, nor of a season that is none', () => {
  const draw = { at: '2026-06-16T12:00:00+09:00', beacon: 'drand' as const };
  const trends = trendsOf({ period: { start: '2026-06-10', end: '2026-06-15' }, draw }, '2026-06-01');

  expect(trends).toEqual([]);
});

it('tells what the store has measured itself, and trusts three campaigns more than one', () => {
  const insight = (actualEntries: number, at: string) =>
    ({ actualEntries, at }) as Parameters<typeof ownTrends>[1][number];
  const three = [
    insight(80, '2025-12-20T12:00:00+09:00'),
    insight(120, '2026-03-20T12:00:00+09:00'),
    insight(95, '2026-08-01T12:00:00+09:00'),
  ];
  const historyOf = (insights: typeof three) =>
    trendsOf({}, '2026-11-20', insights).find(({ kind }) => kind === 'history');

  expect(historyOf(three)).toMatchObject({
    text: '이 매장이 잰 이벤트 3번에서 80명에서 120명이 응모했습니다. 같은 달에 끝난 것은 1번입니다',
    date: '2026-08-01',
    confidence: 'high',
  });
  expect(historyOf(three.slice(0, 1))?.confidence).toBe('low');
  expect(historyOf([])).toBeUndefined();
});
