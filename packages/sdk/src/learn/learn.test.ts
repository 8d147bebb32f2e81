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
    channels: [],
    winners: { winners: 10, reserves: 3, notified: 10, unreached: 0 },
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

describe('storeKeyOf', () => {
  it('prefers the business number, and otherwise ignores spacing', () => {
    const store = { ...brief.store, name: '카페  온도 ' };

    expect(storeKeyOf({ ...store, businessNumber: '124-81-00998' })).toBe('1248100998');
    expect(storeKeyOf(store)).toBe(storeKeyOf(brief.store));
  });
});
