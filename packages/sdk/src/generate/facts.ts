import type { Brief } from '../schema/brief.js';
import { chosenConcept, type Plan, type Prize } from '../schema/plan.js';
import { dayOf, toSeoul } from '../schema/seoul-time.js';

/** A sentence that must be said, and what shows that it was said already. */
export interface Line {
  readonly text: string;
  /** Parts that together say the same. */
  readonly saidBy: readonly RegExp[];
}

/** What must be said about a campaign, in Korean, wherever it is said. */
export interface Facts {
  /** `12월 1일 ~ 12월 14일` */
  readonly period: string;
  /** `추첨 10명` or `선착순 30명` */
  readonly badge: string;
  readonly odds: string;
  /** What comes after the period: `12월 15일 12:00 발표`, or until when a coupon can be used. */
  readonly after: string;
  readonly howTo: readonly string[];
  /** Period, prizes, dates of draw and claim: what every text with room for it must have. */
  readonly terms: readonly Line[];
  /** The small print. */
  readonly notices: readonly Line[];
}

/** Above this the winner owes tax. Source: 소득세법 §84, read 2026-11 (TAX-001). */
const taxFreePrizeKrw = 50_000;

export function createFacts(brief: Brief, plan: Plan): Facts {
  const concept = chosenConcept(plan);
  const period = `${monthDay(brief.period.start)} ~ ${monthDay(brief.period.end)}`;
  const badge =
    brief.entry.mechanic === 'lottery' ? `추첨 ${concept.winners}명` : `선착순 ${brief.entry.stock}명`;
  return {
    period,
    badge,
    odds: concept.odds,
    after: after(brief, plan),
    howTo: howTo(brief, plan),
    terms: [
      { text: `기간: ${period}`, saidBy: [naming(brief.period.start), naming(brief.period.end)] },
      ...concept.prizes.map((prize) => ({
        text: `경품: ${prizeLine(prize)}`,
        saidBy: [literally(prize.name)],
      })),
      { text: badge, saidBy: [new RegExp(`${concept.winners}\\s*명`)] },
      ...dates(plan),
    ],
    notices: [...bonus(brief), ...rush(brief), ...smallPrint(brief, plan)],
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

/** `12월 1일`, `12/1` and `2026-12-01` all name the day. */
function naming(day: string): RegExp {
  const [, month, date] = day.split('-').map(Number);
  return new RegExp(`(?<!\\d)0?${month}\\s*[월./-]\\s*0?${date}(?!\\d)`);
}

/** Matches exactly these words. */
export function literally(text: string): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
}

function prizeLine({ name, valueKrw, quantity }: Prize): string {
  return `${name} (시가 ${valueKrw.toLocaleString('ko-KR')}원) ${quantity}명`;
}

function dates({ schedule }: Plan): Line[] {
  const { drawAt, announceAt, claimUntil } = schedule;
  const draw = drawAt === undefined ? '' : `추첨 ${moment(drawAt)} · 발표 ${moment(announceAt)} · `;
  const days = [...(drawAt === undefined ? [] : [drawAt, announceAt]), claimUntil].map(dayOf);
  return [{ text: `${draw}수령 기한 ${moment(claimUntil)} (한국 시각)`, saidBy: days.map(naming) }];
}

function after({ entry }: Brief, { schedule }: Plan): string {
  return entry.mechanic === 'first_come'
    ? `쿠폰은 ${monthDay(dayOf(schedule.claimUntil))}까지 쓸 수 있습니다`
    : `${moment(schedule.announceAt)} 발표`;
}

function howTo({ entry, store }: Brief, { schedule }: Plan): string[] {
  const first = ['QR을 찍거나 주소를 엽니다', '이름과 휴대폰 번호를 남깁니다'];
  return entry.mechanic === 'first_come'
    ? [...first, `${store.name}에서 쿠폰을 보여 줍니다`]
    : [...first, `${moment(schedule.announceAt)} 발표를 기다립니다`];
}

/** FAIR-002: the weight of a visit is told before people enter. */
function bonus({ entry }: Brief): Line[] {
  if (entry.mechanic !== 'lottery' || entry.visitBonus === 0) return [];
  const tickets = `응모권 ${1 + entry.visitBonus}장`;
  return [{ text: `매장 방문을 확인한 분은 ${tickets} (그 밖의 분은 1장)`, saidBy: [literally(tickets)] }];
}

/** Who comes first does not have the coupon in hand: nobody may learn that only afterwards. */
function rush({ entry }: Brief): Line[] {
  if (entry.mechanic !== 'first_come' || entry.rushSeconds === undefined) return [];
  const seconds = `첫 ${entry.rushSeconds}초`;
  return [
    { text: `여는 순간부터 ${seconds} 안에 누른 분은 추첨, 그 뒤는 선착순`, saidBy: [literally(seconds)] },
  ];
}

function smallPrint(brief: Brief, { schedule, ...plan }: Plan): Line[] {
  const { reserves, prizes } = chosenConcept({ schedule, ...plan });
  const taxed = prizes.some(({ valueKrw }) => valueKrw > taxFreePrizeKrw);
  const lottery = brief.entry.mechanic === 'lottery';
  return [
    { text: '만 14세 이상 · 1인 1회 · 임직원과 관계자 제외', saidBy: [/14세/, /1인 1회/] },
    ...(lottery && reserves > 0
      ? [
          {
            text: `기한 안에 받지 않으시면 예비 당첨자 ${reserves}명에게 차례로 넘어갑니다`,
            saidBy: [/예비/],
          },
        ]
      : []),
    // The usual terms are that the winner bears it.
    ...(taxed ? [{ text: taxLine(brief), saidBy: [/제세공과금/] }] : []),
    { text: '경품은 동등 이상의 것으로만 바뀔 수 있습니다 · 부정 참여는 취소됩니다', saidBy: [/동등/] },
    {
      text: `당첨되지 않은 분의 응모 정보는 ${monthDay(dayOf(schedule.deleteAt))}에 파기합니다`,
      saidBy: [/파기/],
    },
  ];
}

function taxLine({ taxBearer }: Brief): string {
  return taxBearer === 'store'
    ? '5만원을 넘는 경품의 제세공과금은 매장 부담'
    : '5만원을 넘는 경품의 제세공과금 22%는 당첨자 부담';
}
