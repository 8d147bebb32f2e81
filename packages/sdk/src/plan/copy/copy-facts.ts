import { isTaxable, type PrizeTaxLaw, prizeTaxKrw, totalTaxPercent } from '../../rules/prize-tax.js';
import type { Brief } from '../../schema/brief.js';
import type { Prize, Schedule } from '../../schema/plan.js';
import { dayOf, toSeoul } from '../../schema/seoul-time.js';
import type { MethodMix } from '../method-mix.js';

/** What a copywriter adds. Facts, sums and dates never come from there. */
export interface CopyWords {
  readonly headline?: string | undefined;
  readonly greeting?: string | undefined;
  /** For the blog. */
  readonly story?: string | undefined;
}

export interface CopyInput {
  readonly brief: Brief;
  readonly title: string;
  readonly mix: MethodMix;
  readonly prizes: readonly Prize[];
  readonly winners: number;
  readonly reserves: number;
  readonly schedule: Schedule;
  readonly law: PrizeTaxLaw;
  readonly words?: CopyWords | undefined;
}

/** The sentences every channel draws from, so that all of them say the same. */
export interface CopyFacts {
  readonly store: string;
  readonly phone: string;
  readonly name: string;
  readonly hook: string;
  readonly greeting: string;
  /** Empty when nobody wrote one. */
  readonly story: string;
  /** `12월 14일`, the last day. */
  readonly lastDay: string;
  readonly period: string;
  readonly how: string;
  readonly drawn: string;
  readonly prizes: readonly string[];
  /** Empty when a visit brings no extra ticket. */
  readonly bonus: string;
  /** The same, short enough to be spoken. */
  readonly spokenBonus: string;
  readonly dates: string;
  /** Empty when no prize is taxed. */
  readonly tax: string;
  readonly shortTax: string;
  readonly notice: string;
  readonly hashtags: readonly string[];
}

const greetings: Readonly<Record<Brief['objective'], string>> = {
  new_customer: '처음 오시는 분도 환영합니다.',
  revisit: '다시 찾아 주셔서 고맙습니다.',
  sales_uplift: '들르신 김에 응모도 하고 가세요.',
  awareness: '동네 이웃과 더 가까워지고 싶습니다.',
  review_ugc: '이용해 보신 이야기를 기다립니다. 후기는 응모와 상관없습니다.',
};

const how: Readonly<Record<string, string>> = {
  qr_form: '매장 QR을 찍고 이름과 휴대폰 번호를 적으면 응모됩니다',
  visit_code: '매장 QR로 응모하고, 매장에 보이는 방문 코드를 넣으면 방문이 확인됩니다',
  reservation: '링크나 매장 QR로 미리 응모하고 매장에서 만나요',
};

export function toCopyFacts(input: CopyInput): CopyFacts {
  const { brief, title, mix, prizes, schedule, words = {} } = input;
  const { store, objective, period, entry } = brief;
  const weight = entry.mechanic === 'lottery' ? 1 + entry.visitBonus : 1;
  return {
    store: store.name,
    phone: store.phone,
    name: brief.name,
    hook: words.headline ?? title,
    greeting: words.greeting ?? greetings[objective],
    story: words.story ?? '',
    lastDay: koreanDay(period.end),
    period: `${koreanDay(period.start)}~${koreanDay(period.end)}`,
    how: how[mix.method.id] ?? how['qr_form'] ?? '',
    drawn: drawnOf(input),
    prizes: prizes.map(({ name, quantity }) => `${name} ${quantity}명`),
    bonus: weight > 1 ? `매장 방문을 확인하면 응모권 ${weight}장(기본 1장)` : '',
    spokenBonus: weight > 1 ? `방문 확인 시 응모권 ${weight}장입니다.` : '',
    dates: datesOf(schedule, brief.draw?.beacon),
    tax: taxOf(input),
    shortTax: shortTaxOf(input),
    notice: noticeOf(schedule),
    hashtags: hashtagsOf(brief),
  };
}

function drawnOf({ brief, winners, reserves }: CopyInput): string {
  return brief.entry.mechanic === 'lottery'
    ? `추첨 ${winners}명(예비 ${reserves}명)`
    : `선착순 ${winners}명, 수량이 끝나면 마감`;
}

const beacons = { drand: '공개 난수 drand', witness: '참관인 난수', operator: '매장 봉인 난수' } as const;

function datesOf(
  { drawAt, announceAt, claimUntil }: Schedule,
  beacon: keyof typeof beacons = 'drand',
): string {
  const drawn = drawAt ? `추첨 ${koreanTime(drawAt)}(${beacons[beacon]}) · ` : '';
  return `${drawn}발표 ${koreanTime(announceAt)} · 수령 ${koreanDay(dayOf(claimUntil))}까지`;
}

/** The winner pays unless the store says otherwise: usual in Korean notices. */
function taxOf(input: CopyInput): string {
  const { brief, prizes, law } = input;
  const taxed = prizes.filter((prize) => isTaxable(prize, law));
  if (taxed.length === 0 || brief.taxBearer === 'store') return shortTaxOf(input);
  const amounts = taxed.map(
    ({ name, valueKrw }) => `${name} ${prizeTaxKrw(valueKrw, law).toLocaleString('ko')}원`,
  );
  return `${taxedFrom(law)} 경품 제세공과금 ${totalTaxPercent(law)}%(${amounts.join(', ')})는 당첨자 부담`;
}

function shortTaxOf({ brief, prizes, law }: CopyInput): string {
  if (!prizes.some((prize) => isTaxable(prize, law))) return '';
  const bearer = brief.taxBearer === 'store' ? '매장' : '당첨자';
  return `${taxedFrom(law)} 경품 제세공과금은 ${bearer} 부담`;
}

/** `5만원 초과` */
function taxedFrom({ threshold }: PrizeTaxLaw): string {
  const { value } = threshold;
  const words = value % 10_000 === 0 ? `${value / 10_000}만` : value.toLocaleString('ko');
  return `${words}원 초과`;
}

function noticeOf({ deleteAt }: Schedule): string {
  return [
    '만 14세 이상',
    '1인 1회',
    '임직원·관계자 제외',
    '경품은 동등 이상 가치로만 바뀔 수 있음',
    '부정 참여 시 당첨 취소',
    `응모 정보는 ${koreanDay(dayOf(deleteAt))} 파기`,
    '시각은 한국 시간',
  ].join(' · ');
}

/** Without the sign. The first is the store, the last two say what this is. */
function hashtagsOf({ store, entry }: Brief): string[] {
  const district = store.region.split(/\s+/).at(-1) ?? '';
  const tags = [
    store.name,
    district,
    `${store.name}이벤트`,
    entry.mechanic === 'lottery' ? '경품추첨' : '선착순이벤트',
    '이벤트',
  ];
  return [...new Set(tags.map((tag) => tag.replace(/[^\p{L}\p{N}_]/gu, '')).filter((tag) => tag !== ''))];
}

function koreanDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}월 ${date}일`;
}

function koreanTime(instant: string): string {
  return `${koreanDay(dayOf(instant))} ${toSeoul(instant).slice(11, 16)}`;
}
