import { describe, expect, it } from 'vitest';
import { UserError } from '../errors/index.js';
import { checkRules } from '../rules/check-rules.js';
import { toFacts } from '../rules/to-facts.js';
import type { Insight } from '../schema/insight.js';
import { chosenConcept, type Plan, planSchema } from '../schema/plan.js';
import { anInsight } from '../testing/fixtures.js';
import { aBrief, aFirstComeBrief } from './__fixtures__/a-brief.js';
import { openKnowledge } from './knowledge.js';
import { plan } from './plan.js';

const knowledge = await openKnowledge();
const today = '2026-11-20';
const planFor = (brief = aBrief(), insights: Insight[] = [], rehearsal = false): Plan =>
  plan({ brief, today, insights, rehearsal }, { knowledge });
const findingIds = ({ findings }: Plan, severity: string) =>
  findings.filter((finding) => finding.severity === severity).map(({ ruleId }) => ruleId);

const seenRates = (successes: number): Insight['rates'] => [
  { rate: 'entry', of: 'visit_code', successes, trials: 1_000, trialsAre: 'estimated' },
  { rate: 'landing', of: 'instagram', successes: 30, trials: 60, trialsAre: 'counted' },
];

describe('plan', () => {
  it('proposes three concepts within the budget of the example, and breaks no rule', () => {
    const made = planFor();

    expect(planSchema.safeParse(made).success).toBe(true);
    expect(made.findings).toEqual([]);
    expect(made.concepts.map(({ id }) => id)).toEqual(['safe', 'balanced', 'bold']);
    expect(Math.max(...made.concepts.map(({ cost }) => cost.totalKrw))).toBeLessThanOrEqual(300_000);
    expect(made.concepts.every(({ winners, reserves }) => winners === 10 && reserves === 3)).toBe(true);
  });

  it('breaks no rule of the creative phase either', () => {
    const made = planFor();
    const findings = made.concepts.flatMap((concept) => {
      const facts = toFacts({ brief: aBrief(), concept, schedule: made.schedule });
      return checkRules(facts, { phase: 'creative', asOf: today, knowledge });
    });

    expect(findings).toEqual([]);
  });

  it('gives the three concepts different methods, prizes and words', () => {
    const { concepts } = planFor();
    const distinct = (values: readonly unknown[]) =>
      new Set(values.map((value) => JSON.stringify(value))).size;

    expect(distinct(concepts.map(({ method }) => method.id))).toBe(3);
    expect(distinct(concepts.map(({ prizes }) => prizes))).toBe(3);
    expect(distinct(concepts.map(({ cost }) => cost.mediaKrw))).toBe(3);
    expect(distinct(concepts.map(({ copies }) => copies))).toBe(3);
  });

  it('fixes every moment from the brief', () => {
    expect(planFor().schedule).toEqual({
      opensAt: '2026-12-01T00:00:00+09:00',
      closesAt: '2026-12-15T00:00:00+09:00',
      drawAt: '2026-12-15T12:00:00+09:00',
      announceAt: '2026-12-15T13:00:00+09:00',
      claimUntil: '2026-12-22T13:00:00+09:00',
      deleteAt: '2027-01-14T13:00:00+09:00',
    });
    expect(planFor(aFirstComeBrief()).schedule.drawAt).toBeUndefined();
  });

  it('reserves three people or three in ten for a lottery, nobody for first come', () => {
    const lottery = { mechanic: 'lottery' as const, winners: 21, visitBonus: 0 };

    expect(chosenConcept(planFor(aBrief({ entry: lottery }))).reserves).toBe(7);
    expect(chosenConcept(planFor(aFirstComeBrief())).reserves).toBe(0);
  });

  it('uses the prizes of the person exactly, as many as there are winners', () => {
    const prizes = [
      { name: '머그컵', valueKrw: 20_000, costKrw: 9_000, quantity: 2 },
      { name: '원두', valueKrw: 12_000, costKrw: 5_000, quantity: 20 },
    ];
    const { concepts } = planFor(aBrief({ prizes }));

    for (const concept of concepts) {
      expect(concept.prizes.map(({ name, quantity }) => [name, quantity])).toEqual([
        ['머그컵', 2],
        ['원두', 8],
      ]);
      expect(concept.cost.prizeKrw).toBe(58_000);
    }
    expect(new Set(concepts.map(({ method }) => method.id)).size).toBe(3);
  });

  it('says the tax of a prize above 50,000 won and who pays it', () => {
    const prizes = [{ name: '에어프라이어', valueKrw: 100_000, quantity: 1 }];
    const entry = { mechanic: 'lottery' as const, winners: 1 };
    const made = planFor(aBrief({ prizes, entry, channels: ['instagram', 'genie_tv'] }));
    const bodies = chosenConcept(made).copies.map(({ body }) => body);

    expect(bodies[0]).toContain('제세공과금 22%(에어프라이어 22,000원)는 당첨자 부담');
    expect(findingIds(made, 'error')).toEqual([]);
    expect(made.figures).toContainEqual(
      expect.objectContaining({ name: '에어프라이어 제세공과금', value: 22_000 }),
    );
  });

  it('pays the tax in the winner’s place where the store bears it, out of the same budget', () => {
    const prizes = [{ name: '에어프라이어', valueKrw: 100_000, quantity: 1 }];
    const entry = { mechanic: 'lottery' as const, winners: 1 };
    const brief = aBrief({ prizes, entry, channels: ['instagram'], taxBearer: 'store' });
    const { cost, copies } = chosenConcept(planFor(brief));

    expect(cost).toMatchObject({ prizeKrw: 100_000, taxKrw: 28_200 });
    expect(cost.totalKrw).toBe(128_200 + cost.messageKrw + cost.mediaKrw);
    expect(copies[0]?.body).toContain('5만원 초과 경품 제세공과금은 매장 부담');
    expect(planFor(brief).findings.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['TAX-005']));
    expect(catchError(() => planFor({ ...brief, budgetKrw: cost.totalKrw - 1 }))).toBeInstanceOf(UserError);
  });

  it('says when a campaign pays for itself, from the numbers of the trade or of the store', () => {
    const own = { weeklyVisits: 700, averageTicketKrw: 10_000, marginPercent: 50 };
    const { cost, outlook, expectedEntries } = chosenConcept(planFor(aBrief({ own })));
    const { breakEvenSalesKrw } = chosenConcept(planFor()).outlook ?? {};

    expect(outlook).toMatchObject({
      breakEvenSalesKrw: cost.totalKrw * 2,
      breakEvenVisits: Math.ceil((cost.totalKrw * 2) / 10_000),
      newCustomers: { mid: Math.floor(expectedEntries.mid * 0.35) },
    });
    expect(breakEvenSalesKrw).toBe(Math.ceil((chosenConcept(planFor()).cost.totalKrw * 100) / 65));
  });

  it('gives each sum with its formula, and what went into it', () => {
    const made = planFor();
    const figure = (name: string) => made.figures.find((one) => one.name === name);
    const total = figure('균형형 총비용');

    expect(total?.inputs?.reduce((sum, { value }) => sum + value, 0)).toBe(total?.value);
    expect(figure('균형형 예상 응모 중간')?.value).toBe(chosenConcept(made).expectedEntries.mid);
    expect(figure('균형형 본전이 되는 추가 매출')?.formula).toContain('총비용 × 100');
    expect(made.figures.filter(({ source, date }) => source === '' || date === '')).toEqual([]);
  });

  it('names the least budget when the money cannot pay for anything', () => {
    const thrown = catchError(() => planFor(aBrief({ budgetKrw: 50_000 })));

    expect(thrown).toBeInstanceOf(UserError);
    expect(thrown).toMatchObject({ code: 'USER_001', issues: [{ path: ['budgetKrw'] }] });
    const [least = 0] = (thrown as UserError).issues.map(({ fix }) => Number(/\d+/.exec(fix?.en ?? '')?.[0]));
    expect(planFor(aBrief({ budgetKrw: least })).concepts.every(({ cost }) => cost.totalKrw === least)).toBe(
      true,
    );
    expect(catchError(() => planFor(aBrief({ budgetKrw: least - 1 })))).toBeInstanceOf(UserError);
  });

  it('finds errors in a clinic that offers prizes', () => {
    const clinic = {
      name: '온도 의원',
      industry: 'clinic' as const,
      region: '서울',
      phone: '02-1234-5678',
      businessNumber: '123-45-67891',
    };

    const prizes = [{ name: '영양제', valueKrw: 20_000, quantity: 10 }];

    expect(findingIds(planFor(aBrief({ store: clinic, prizes })), 'error')).toContain('MED-001');
    expect(findingIds(planFor(aBrief({ store: clinic })), 'error')).toEqual([]);
    expect(planFor(aBrief({ store: clinic })).concepts.every(({ cost }) => cost.prizeKrw === 0)).toBe(true);
  });

  it('tells the chance in people', () => {
    const { odds, expectedEntries } = chosenConcept(planFor());

    expect(odds).toBe(`예상 응모 ${expectedEntries.mid}명 중 10명(예비 3명)`);
  });

  it('expects what the store has measured, and says what it has learnt from', () => {
    const before = chosenConcept(planFor());
    const made = planFor(aBrief(), [anInsight({ rates: seenRates(300) })]);
    const rate = made.figures.find(
      ({ name }) => name.startsWith('응모율 (매장 방문코드') && name.endsWith('중간'),
    );

    expect(before.method.id).toBe('visit_code');
    expect(rate?.value).toBeGreaterThan(20);
    expect(rate?.source).toContain('우리 매장 1회 1,000명 중 300명');
    expect(chosenConcept(made).expectedEntries.mid).toBeGreaterThan(before.expectedEntries.mid * 1.2);
    expect(made.insights.map((sentence) => sentence.split(':')[0])).toEqual([
      '매장 방문코드(오늘의 코드) 응모율',
      '인스타그램에서 온 사람의 응모율',
    ]);
  });

  it('learns from other stores of the trade only when there are five of them', () => {
    const peers = Array.from({ length: 5 }, (_, no) =>
      anInsight({ storeKey: `s${no}`, campaignId: `cmp-00000000000${no}`, rates: seenRates(350) }),
    );
    const taughtBy = (count: number) =>
      plan(
        { brief: aBrief(), today, insights: [], peers: peers.slice(0, count), rehearsal: false },
        { knowledge },
      );

    expect(taughtBy(4).insights).toEqual([]);
    expect(taughtBy(5).insights[0]).toContain('같은 업종 매장 5곳');
  });

  it('does not learn from a rehearsal unless it is one', () => {
    const rehearsed = [anInsight({ rehearsal: true, rates: seenRates(300) })];

    expect(planFor(aBrief(), rehearsed).insights).toEqual([]);
    expect(planFor(aBrief(), rehearsed, true).insights).toHaveLength(2);
  });

  it('takes the season into its titles and leaves the name of the campaign alone', () => {
    const { concepts } = planFor();

    expect(concepts[1]?.title).toContain('크리스마스');
    expect(concepts[0]?.copies.find(({ channel }) => channel === 'instagram')?.title).toBe(
      '겨울 행운 이벤트',
    );
  });

  it('says what the law and the channels ask for', () => {
    const body = (channel: string) =>
      chosenConcept(planFor()).copies.find((copy) => copy.channel === channel)?.body ?? '';

    expect(body('kakao_channel')).toMatch(/^\(광고\)카페 온도.*02-1234-5678\n무료수신거부[^\n]*$/s);
    expect(body('instagram')).toContain('Instagram과 관련이 없습니다');
    expect(body('ringo_biz')).toContain('12월 14일까지');
    expect(body('instagram')).toContain('응모권 3장(기본 1장)');
  });
});

function catchError(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
