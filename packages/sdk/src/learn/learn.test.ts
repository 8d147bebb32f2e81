import { describe, expect, it } from 'vitest';
import { aBrief } from '../plan/__fixtures__/a-brief.js';
import { openKnowledge } from '../plan/knowledge.js';
import { plan } from '../plan/plan.js';
import type { Campaign } from '../schema/campaign.js';
import { insightSchema } from '../schema/insight.js';
import type { Report } from '../schema/report.js';
import { learn } from './learn.js';
import { storeKeyOf } from './store-key.js';

const knowledge = await openKnowledge();
const brief = aBrief();
const proven = {
  baselineKrw: 7_000_000,
  actualKrw: 8_000_000,
  incrementalKrw: 1_000_000,
  lowKrw: 700_000,
  highKrw: 1_300_000,
  proven: true,
};

const campaign: Campaign = {
  id: 'cmp-abcdefghijkl',
  slug: 'winter',
  state: 'drawn',
  brief,
  mode: 'live',
  rehearsal: false,
  folder: '/events/winter',
  createdAt: '2026-11-20T00:00:00+09:00',
  plan: plan({ brief, today: '2026-11-20', insights: [], rehearsal: false }, { knowledge }),
  creatives: [],
  mediaVersion: 1,
};

function aReport(change: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    campaignId: campaign.id,
    mode: 'live',
    rehearsal: false,
    at: '2026-12-23T09:00:00+09:00',
    headline: { ko: '', en: '' },
    entries: { accepted: 212, duplicates: 0, refused: 0, visitors: 80, marketingConsents: 0 },
    places: [],
    days: [],
    channels: [],
    winners: { winners: 10, reserves: 3, notified: 10, unreached: 0 },
    ai: [],
    messages: [],
    costKrw: { prize: 0, media: 0, message: 0, ai: 0, total: 0 },
    figures: [],
    findings: [],
    ...change,
  };
}

const learnt = (report: Report) => learn({ report, campaign }, { newId: () => 'i1', knowledge });

describe('learn', () => {
  it('keeps what was expected and what came', () => {
    const insight = learnt(aReport());

    expect(insightSchema.safeParse(insight).success).toBe(true);
    expect(insight).toMatchObject({
      expectedEntries: 198,
      actualEntries: 212,
      visitors: 80,
      methodId: 'visit_code',
    });
  });

  it('says its sample size and claims no cause', () => {
    const { sentence } = learnt(aReport({ uplift: proven }));

    expect(sentence).toContain('응모 212명(예상 198명)');
    expect(sentence).toContain('이벤트 1회의 기록이며 원인을 뜻하지 않습니다');
    expect(sentence).not.toMatch(/때문|덕분/);
  });

  it('keeps a return only when the sales prove it', () => {
    expect(learnt(aReport({ uplift: proven, roi: 1.2 })).roi).toBe(1.2);
    expect(learnt(aReport({ uplift: { ...proven, proven: false }, roi: 1.2 }))).not.toHaveProperty('roi');
  });

  it('keeps each rate with how many could have, and says which of them were counted', () => {
    const places = [
      { place: 'instagram', opened: 80, entered: 30 },
      { place: 'print', opened: 300, entered: 150 },
    ] as const;
    const { rates } = learnt(aReport({ places: [...places], redeemed: { taken: 8, of: 10 } }));

    expect(rates.filter(({ rate }) => rate === 'response')).toContainEqual(
      expect.objectContaining({ of: 'instagram', successes: 80, trials: 150, trialsAre: 'estimated' }),
    );
    expect(rates.filter(({ rate }) => rate !== 'response')).toEqual([
      { rate: 'landing', of: 'instagram', successes: 30, trials: 80, trialsAre: 'counted' },
      { rate: 'entry', of: 'visit_code', successes: 182, trials: 1_080, trialsAre: 'estimated' },
      { rate: 'redemption', of: 'from_50000', successes: 8, trials: 10, trialsAre: 'counted' },
    ]);
  });

  it('never counts more people than could have been there', () => {
    const { rates } = learnt(
      aReport({
        entries: { accepted: 9_000, duplicates: 0, refused: 0, visitors: 0, marketingConsents: 0 },
        places: [{ place: 'instagram', opened: 1, entered: 4 }],
      }),
    );

    expect(rates.every(({ successes, trials }) => successes <= trials)).toBe(true);
  });

  it('shares nothing unless the store has said so', () => {
    expect(learnt(aReport())).toMatchObject({ industry: 'cafe', shared: false });
  });

  it('labels what was rehearsed', () => {
    expect(learnt(aReport({ rehearsal: true })).sentence.startsWith('[연습]')).toBe(true);
  });
});

/** Two weeks in which Saturdays stand out. */
const days = Array.from({ length: 14 }, (_, no) => `2026-12-${String(no + 1).padStart(2, '0')}`).map(
  (day) => ({
    day,
    entered: new Date(`${day}T00:00:00Z`).getUTCDay() === 6 ? 60 : 8,
  }),
);

describe('what comes of a rate', () => {
  it('counts people by the day of the week, against those who could have', () => {
    const { rates } = learnt(aReport({ days }));
    const saturday = rates.find(({ rate, of }) => rate === 'weekday' && of === 'sat');

    expect(saturday).toMatchObject({ successes: 120, trials: 154, trialsAre: 'estimated' });
    expect(rates.filter(({ rate }) => rate === 'weekday')).toHaveLength(7);
  });

  it('keeps the share of new customers once the store has told it', () => {
    const { rates, lessons } = learnt(aReport({ newCustomers: 100 }));

    expect(rates).toContainEqual(
      expect.objectContaining({ rate: 'new_customer', of: 'new_customer', successes: 100, trials: 212 }),
    );
    expect(lessons.join()).toContain('응모한 212명 중 100명이 처음 온 손님이었습니다');
  });

  it('says how many of how many, the range, and what the trade is said to see', () => {
    const { lessons } = learnt(aReport({ redeemed: { taken: 4, of: 10 } }));

    expect(lessons).toContain(
      '5만 원 이상 경품에 당첨된 10명 중 4명이 받아 갔습니다. 이번 이벤트 기록으로는 100명에 54.5명쯤, 열에 여덟은 37.8~70.9명 사이로 봅니다(업종 경험값 75명).',
    );
    expect(lessons.join()).not.toMatch(/때문|덕분|효과/);
  });

  it('adds what the store had seen before', () => {
    const seen = {
      rate: 'redemption',
      of: 'from_50000',
      successes: 30,
      trials: 40,
      trialsAre: 'counted',
    } as const;
    const report = aReport({ redeemed: { taken: 4, of: 10 } });
    const { lessons } = learn({ report, campaign, earlier: [seen] }, { newId: () => 'i1', knowledge });

    expect(lessons.find((one) => one.includes('받아 갔습니다'))).toContain('이벤트 2회 기록으로는');
  });

  it('never sees one day alone as the day of the week to keep', () => {
    const even = days.map(({ day }) => ({ day, entered: 15 }));
    const texts = (all: typeof days) =>
      learnt(aReport({ days: all }))
        .advice.map(({ text }) => text)
        .join();

    expect(texts(days)).toContain('응모가 많던 토요일에');
    expect(texts(even)).not.toContain('요일에');
  });

  it('advises only where the range lies off what the trade sees, and says on what that rests', () => {
    const few = learnt(aReport({ redeemed: { taken: 1, of: 20 } })).advice;
    const usual = learnt(aReport({ redeemed: { taken: 15, of: 20 } })).advice;
    const about = (advice: typeof few) => advice.filter(({ text }) => text.includes('당첨 안내에'));

    expect(about(few)).toEqual([
      { text: expect.any(String), basis: expect.stringContaining('20명 중 1명이 받아 갔습니다') },
    ]);
    expect(about(usual)).toEqual([]);
  });

  it('compares what channels cost for each entry, where links were counted', () => {
    const channels = (['genie_tv', 'instagram'] as const).map((channel) => ({
      channel,
      state: 'published' as const,
      mode: 'live' as const,
      costKrw: 60_000,
    }));
    const places = [
      { place: 'genie_tv', opened: 9, entered: 2 },
      { place: 'instagram', opened: 80, entered: 30 },
    ] as const;
    const { advice } = learnt(aReport({ channels, places: [...places] }));

    expect(advice).toContainEqual({
      text: '지니TV 광고비의 일부를 인스타그램 쪽으로 옮겨 견주어 보세요.',
      basis:
        '지니TV 광고비 60,000원에 응모 2명, 인스타그램 광고비 60,000원에 응모 30명. 링크를 거친 응모만 센 것입니다.',
    });
    expect(learnt(aReport({ channels })).advice.join()).not.toContain('옮겨');
  });
});

describe('storeKeyOf', () => {
  it('prefers the business number, and otherwise ignores spacing', () => {
    const store = { ...brief.store, name: '카페  온도 ' };

    expect(storeKeyOf({ ...store, businessNumber: '124-81-00998' })).toBe('1248100998');
    expect(storeKeyOf(store)).toBe(storeKeyOf(brief.store));
  });
});
