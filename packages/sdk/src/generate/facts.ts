import type { Brief } from '../schema/brief.js';
import { chosenConcept, type Plan, type Prize } from '../schema/plan.js';
import { dayOf, toSeoul } from '../schema/seoul-time.js';

/** What must be said about a campaign, in Korean, wherever it is said. */
export interface Facts {
  /** `12월 1일 ~ 12월 14일` */
  readonly period: string;
  /** `아메리카노 쿠폰 (시가 4,500원) 10명` */
  readonly prizes: readonly string[];
  /** `추첨 10명` or `선착순 30명` */
  readonly badge: string;
  readonly odds: string;
  readonly howTo: readonly string[];
  readonly notices: readonly string[];
}

/** Above this the winner owes tax. Source: 소득세법 §84, read 2026-11 (TAX-001). */
const taxFreePrizeKrw = 50_000;

export function createFacts(brief: Brief, plan: Plan): Facts {
  const concept = chosenConcept(plan);
  const { schedule } = plan;
  return {
    period: `${monthDay(brief.period.start)} ~ ${monthDay(brief.period.end)}`,
    prizes: concept.prizes.map(prizeLine),
    badge: brief.entry.mechanic === 'lottery' ? `추첨 ${concept.winners}명` : `선착순 ${brief.entry.stock}명`,
    odds: concept.odds,
    howTo: howTo(brief, plan),
    notices: [
      '만 14세 이상 · 1인 1회 · 임직원과 관계자 제외',
      ...drawNotice(plan),
      `경품은 ${moment(schedule.claimUntil)}까지 매장에서 받으실 수 있습니다`,
      ...reserveNotice(concept.reserves),
      ...taxNotice(concept.prizes),
      '경품은 같은 값이거나 더 좋은 것으로만 바뀔 수 있습니다 · 부정 참여는 취소됩니다',
      `당첨되지 않은 분의 응모 정보는 ${monthDay(dayOf(schedule.deleteAt))}에 파기합니다`,
    ],
  };
}

/** `12월 1일` */
export function monthDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}월 ${date}일`;
}

/** `12월 15일 12:00` */
function moment(instant: string): string {
  return `${monthDay(dayOf(instant))} ${toSeoul(instant).slice(11, 16)}`;
}

function prizeLine({ name, valueKrw, quantity }: Prize): string {
  return `${name} (시가 ${valueKrw.toLocaleString('ko-KR')}원) ${quantity}명`;
}

function howTo({ entry, store }: Brief, { schedule }: Plan): string[] {
  const first = ['QR을 찍거나 주소를 엽니다', '이름과 휴대폰 번호를 남깁니다'];
  if (entry.mechanic === 'first_come') return [...first, `${store.name}에 오셔서 쿠폰을 보여 줍니다`];
  const bonus = entry.visitBonus > 0 ? [`매장에서 방문 코드를 넣으면 응모권 ${entry.visitBonus}장을 더 드립니다`] : [];
  return [...first, ...bonus, `${moment(schedule.announceAt)} 발표를 기다립니다`];
}

function drawNotice({ schedule }: Plan): string[] {
  if (schedule.drawAt === undefined) return [];
  return [`추첨 ${moment(schedule.drawAt)} · 발표 ${moment(schedule.announceAt)} (한국 시각)`];
}

function reserveNotice(reserves: number): string[] {
  return reserves > 0 ? [`기한 안에 받지 않으시면 예비 당첨자 ${reserves}명에게 차례로 넘어갑니다`] : [];
}

/** Who bears the tax is the store's to decide; the usual terms put it on the winner. */
function taxNotice(prizes: readonly Prize[]): string[] {
  const taxed = prizes.some(({ valueKrw }) => valueKrw > taxFreePrizeKrw);
  return taxed ? ['5만원을 넘는 경품의 제세공과금 22%는 당첨자가 부담합니다'] : [];
}
