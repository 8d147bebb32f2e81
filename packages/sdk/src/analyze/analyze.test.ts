import { describe, expect, it } from 'vitest';
import { aBrief } from '../plan/__fixtures__/a-brief.js';
import { openKnowledge } from '../plan/knowledge.js';
import { plan } from '../plan/plan.js';
import type { SalesSource } from '../providers/sales-source.js';
import type { Campaign } from '../schema/campaign.js';
import type { Notice } from '../schema/notice.js';
import type { Publication } from '../schema/publication.js';
import { reportSchema } from '../schema/report.js';
import { addDays } from '../schema/seoul-time.js';
import { type AnalyzeInput, analyze } from './analyze.js';

const knowledge = await openKnowledge();
const brief = aBrief();
const at = '2026-12-23T00:00:00.000Z';

function aCampaign(change: Partial<Campaign> = {}): Campaign {
  return {
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
    ...change,
  };
}

function aPublication(change: Partial<Publication> = {}): Publication {
  return {
    campaignId: 'cmp-abcdefghijkl',
    channel: 'genie_tv',
    state: 'published',
    mode: 'live',
    contentHash: 'x',
    costKrw: 100_000,
    at,
    assumedProtocol: true,
    ...change,
  };
}

function aNotice(change: Partial<Notice> = {}): Notice {
  return {
    entryId: 'e',
    slot: 'own-item-s',
    state: 'sent',
    mode: 'live',
    masked: '정*훈 · 5678',
    costKrw: 13,
    at,
    ...change,
  };
}

function anInput(change: Partial<AnalyzeInput> = {}): AnalyzeInput {
  return {
    campaign: aCampaign(),
    entries: { accepted: 212, duplicates: 4, refused: 9, visitors: 80, marketingConsents: 31 },
    places: [],
    publications: [aPublication(), aPublication({ channel: 'instagram', state: 'failed', costKrw: 5_000 })],
    notices: [aNotice(), aNotice({ entryId: 'f', state: 'failed', costKrw: 0 })],
    drawn: { winners: 10, reserves: 3 },
    ...change,
  };
}

/** Half a million won a day, and `factor` times that during the campaign. */
function someSales(factor: number, swing = 0.02): SalesSource {
  const days = Array.from({ length: 42 }, (_, index) => addDays('2026-12-01', index - 28));
  const sales = days.map((day, index) => {
    const noise = 1 + swing * (Math.floor(index / 7) % 2 === 0 ? 1 : -1);
    return { day, salesKrw: Math.round(500_000 * noise * (index < 28 ? 1 : factor)) };
  });
  return { source: 'sales.csv', read: () => Promise.resolve(sales) };
}

const report = (change: Partial<AnalyzeInput> = {}, sales?: SalesSource) =>
  analyze(anInput(change), { now: () => new Date(at), knowledge, sales });

describe('analyze', () => {
  it('says what is known, and what it would need, when there are no sales figures', async () => {
    const made = await report();

    expect(reportSchema.safeParse(made).success).toBe(true);
    expect(made.headline.ko).toBe(
      '응모 212명, 쓴 돈 128,113원. 남은 돈(ROI)을 알려면 매출 CSV가 필요합니다.',
    );
    expect(made).not.toHaveProperty('roi');
    expect(made).not.toHaveProperty('uplift');
    expect(made.winners).toEqual({ winners: 10, reserves: 3, notified: 1, unreached: 1 });
  });

  it('counts the prizes handed out and what the channels took, and nothing for what failed', async () => {
    expect((await report()).costKrw).toEqual({
      prize: 28_100,
      media: 100_000,
      message: 13,
      ai: 0,
      total: 128_113,
    });
    expect((await report({ drawn: { winners: 1, reserves: 0 } })).costKrw.prize).toBe(20_000);
  });

  it('counts the tax that the store pays, on what went out alone, with its trace', async () => {
    const prizes = [
      { name: '에어프라이어', valueKrw: 100_000, quantity: 2 },
      { name: '쿠폰', valueKrw: 5_000, quantity: 8 },
    ];
    const taxed = (taxBearer: 'store' | 'winner', winners: number) => {
      const brief = aBrief({ prizes, taxBearer, budgetKrw: 900_000 });
      const made = plan({ brief, today: '2026-11-20', insights: [], rehearsal: false }, { knowledge });
      return report({ campaign: aCampaign({ brief, plan: made }), drawn: { winners, reserves: 0 } });
    };
    const both = await taxed('store', 10);

    // 100,000 ÷ 0.78 = 128,205: 25,640 income tax and 2,560 local tax.
    expect(both.costKrw).toMatchObject({ prize: 240_000, tax: 56_400, total: 396_413 });
    expect((await taxed('store', 1)).costKrw.tax).toBe(28_200);
    expect((await taxed('winner', 10)).costKrw).not.toHaveProperty('tax');
    expect(both.figures.find(({ name }) => name === '매장이 낸 제세공과금')).toMatchObject({
      value: 56_400,
      inputs: [{ value: 2 }, { value: 100_000 }, { value: 28_200 }],
    });
    expect(both.figures.find(({ name }) => name === '쓴 돈')?.formula).toContain('제세공과금');
  });

  it('takes that tax from what is left', async () => {
    const prizes = [{ name: '에어프라이어', valueKrw: 100_000, quantity: 10 }];
    const left = async (taxBearer: 'store' | 'winner') => {
      const brief = aBrief({ prizes, taxBearer, budgetKrw: 2_000_000 });
      const made = plan({ brief, today: '2026-11-20', insights: [], rehearsal: false }, { knowledge });
      const { incrementalContributionKrw } = await report(
        { campaign: aCampaign({ brief, plan: made }) },
        someSales(1.3),
      );
      return incrementalContributionKrw ?? 0;
    };

    expect((await left('winner')) - (await left('store'))).toBe(10 * 28_200);
  });

  it('counts messages by what really went out, each with its price and where that comes from', async () => {
    const text = { kind: 'lms', costKrw: 45 } as const;
    const notices = [
      aNotice({
        kind: 'alimtalk',
        costKrw: 13 + 13,
        reminder: { state: 'sent', at, kind: 'alimtalk', costKrw: 13 },
      }),
      aNotice({ entryId: 'f', ...text }),
      aNotice({ entryId: 'g', kind: 'alimtalk' }),
      aNotice({ entryId: 'h', state: 'failed', kind: 'alimtalk', costKrw: 0 }),
    ];
    const price = () => ({ value: 13, source: 'list price', date: '2026-11-20' });
    const codes = { count: 3, costKrw: 54 };
    const made = await analyze(anInput({ notices, codes }), { now: () => new Date(at), knowledge, price });

    expect(made.messages).toEqual([
      { purpose: 'winner', kind: 'alimtalk', count: 2, costKrw: 26 },
      { purpose: 'reminder', kind: 'alimtalk', count: 1, costKrw: 13 },
      { purpose: 'winner', kind: 'lms', count: 1, costKrw: 45 },
      { purpose: 'code', count: 3, costKrw: 54 },
    ]);
    expect(made.costKrw.message).toBe(made.messages.reduce((sum, { costKrw }) => sum + costKrw, 0));
    expect(made.figures).toContainEqual({
      name: '당첨 안내 알림톡',
      value: 26,
      unit: '원',
      source: '2건 × 13원, list price',
      date: '2026-11-20',
    });
    expect(made.figures.find(({ name }) => name === '인증번호 문자')?.source).toContain('원장');
  });

  it('tells what the campaign left, with its range, when the sales prove it', async () => {
    const made = await report({}, someSales(1.3));

    expect(made.uplift?.proven).toBe(true);
    const left = Math.round((made.uplift?.incrementalKrw ?? 0) * 0.65) - 128_113;
    expect(made.incrementalContributionKrw).toBe(left);
    expect(made.roi).toBeCloseTo(left / 128_113, 2);
    expect(made.headline.ko).toMatch(/^이번 이벤트로 남은 돈 [\d,]+원 \(범위 [\d,]+~[\d,]+원\)$/);
    expect(made.figures.map(({ name }) => name)).toContain('공헌이익률');
  });

  it('says that it cannot tell when chance explains the difference', async () => {
    const made = await report({}, someSales(1.01, 0.3));

    expect(made.uplift?.proven).toBe(false);
    expect(made.headline.ko).toContain('이번 이벤트 효과를 확인할 수 없습니다 (표본 부족)');
  });

  it('says so when there are sales but none to compare with', async () => {
    const sales = { source: 'sales.csv', read: () => Promise.resolve([{ day: '2026-12-01', salesKrw: 1 }]) };

    expect((await report({}, sales)).headline.ko).toContain('지난 매출이 모자라');
  });

  it('divides by nothing when nothing was spent', async () => {
    const free = { publications: [], notices: [], drawn: { winners: 0, reserves: 0 } };

    expect(await report(free, someSales(1.3))).not.toHaveProperty('roi');
  });

  it('labels a rehearsal in its first word', async () => {
    const { headline } = await report({ campaign: aCampaign({ rehearsal: true }) });

    expect(headline.ko.startsWith('[연습]')).toBe(true);
    expect(headline.en.startsWith('[Rehearsal]')).toBe(true);
  });

  it('finds personal data that outlived its day', async () => {
    const late = { now: () => new Date('2027-02-01T00:00:00Z'), knowledge };

    const { findings } = await analyze(anInput({ readableEntries: 212 }), late);

    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['PRIV-009']);
    expect((await report({ readableEntries: 212 })).findings).toEqual([]);
  });

  it('finds people who were not told in two weeks what became of their consent, and nobody who was', async () => {
    const day = (days: number) => addDays(at.slice(0, 10), days);
    const untold = (firstOn: string) => report({ consents: { unacknowledged: 3, firstOn } });

    expect((await untold(day(-15))).findings.map(({ ruleId }) => ruleId)).toEqual(['MSG-007']);
    expect((await untold(day(-14))).findings).toEqual([]);
    expect((await report()).findings).toEqual([]);
  });

  it('refuses a campaign that was never planned', async () => {
    const { plan: _, ...campaign } = aCampaign();

    await expect(report({ campaign })).rejects.toMatchObject({ code: 'USER_008' });
  });
});
