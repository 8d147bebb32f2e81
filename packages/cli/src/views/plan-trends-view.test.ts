import { expect, it } from 'vitest';
import { en } from '../messages/en.js';
import { ko } from '../messages/ko.js';
import { aPlan } from '../testing/fixtures.js';
import { planTrendsView } from './plan-trends-view.js';

const trends = {
  statements: [
    {
      kind: 'weather',
      text: '12월 1일~12월 3일 서울 날씨: 12월 2일에 비 예보가 있습니다. 기온은 -3도에서 5도입니다',
      source: '기상청 단기예보',
      date: '2026-12-01',
      confidence: 'medium',
      mode: 'live',
    },
  ],
  sources: [
    { id: 'naver', state: 'absent' },
    { id: 'kma', mode: 'live', state: 'used' },
    { id: 'tour', mode: 'live', state: 'failed', code: 'AUTH_002' },
  ],
} as const;

it('gives each statement its source, day and weight, and says who said nothing and why', () => {
  const plan = aPlan({ trends: { statements: [...trends.statements], sources: [...trends.sources] } });

  expect(planTrendsView(plan, ko)).toMatchInlineSnapshot(`
    "지금의 흐름
    · 12월 1일~12월 3일 서울 날씨: 12월 2일에 비 예보가 있습니다. 기온은 -3도에서
      5도입니다
        기상청 단기예보, 2026-12-01, 참고
    – 네이버 검색 추이: 키가 없어 묻지 않았습니다
    – 관광공사 축제: 답을 받지 못했습니다 (AUTH_002)"
  `);
  expect(planTrendsView(plan, en)).toContain('Naver search trend: not asked, there is no key');
});

it('says that practice is practice', () => {
  const statements = trends.statements.map((statement) => ({ ...statement, mode: 'sandbox' as const }));
  const plan = aPlan({ trends: { statements, sources: [] } });

  expect(planTrendsView(plan, ko)).toContain('연습용 자료');
});

it('is not there in a plan of before', () => {
  expect(planTrendsView(aPlan(), ko)).toBeUndefined();
});
