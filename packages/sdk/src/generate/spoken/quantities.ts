import { toDigits, toNative, toSino } from './numbers.js';
import type { SpokenRule } from './speak.js';
import { unitKind, unitName, unitPattern } from './units.js';

const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;

/** `5만원`, `1만 5천원`: the figure before a Korean magnitude. One ten thousand is 만, one hundred million 일억. */
const magnitude: SpokenRule = {
  pattern: new RegExp(`${number}\\s?(천만|백만|십만|만|억|조|천|백)(?![족나들큼연화])`, 'uy'),
  say: ([, count = '', power = '']) =>
    `${count === '1' && !/[억조]/.test(power) ? '' : toSino(count)}${power}`,
};

const counted: SpokenRule = {
  pattern: new RegExp(`${number}\\s?(${unitPattern})`, 'uy'),
  say: (match) => sayCount(match, match[1] ?? '', match[2] ?? ''),
};

const plain: SpokenRule = {
  pattern: new RegExp(number, 'uy'),
  say: ([count = '']) => toSino(count),
};

/** ₩10,000 and $5. */
const money: SpokenRule = {
  pattern: new RegExp(`([₩$])\\s?${number}`, 'uy'),
  say: ([, sign, count = '']) => `${toSino(count)} ${sign === '$' ? '달러' : '원'}`,
};

/** Shops offer 원 플러스 원. */
const offer: SpokenRule = {
  pattern: /([1-5])\s?\+\s?([1-5])(?!\d)/uy,
  say: ([, bought, given]) => `${english(bought)} 플러스 ${english(given)}`,
};

const frost: SpokenRule = {
  pattern: /(?<![\d가-힣A-Za-z])-(\d+)\s?(?:도|°C?)/uy,
  say: ([, degrees = '']) => `영하 ${toSino(degrees)} 도`,
};

/** Groups of digits that no one takes for a number: telephones, the number of a business. */
export const digitRule: SpokenRule = {
  pattern: /\(?(?:0\d{1,2}[)\-.\s]\s?\d{3,4}[-.\s]\d{4}|01\d{9}|1[5-9]\d{2}-\d{4}|\d{3}-\d{2}-\d{5})(?!\d)/uy,
  say: ([whole]) =>
    whole
      .split(/\D+/)
      .filter((group) => group !== '')
      .map(toDigits)
      .join(', '),
};

const stay: SpokenRule = {
  pattern: /(\d)박\s?(\d)일/uy,
  say: ([, nights = '', days = '']) => `${toSino(nights)}박 ${toSino(days)}일`,
};

/** The ground is B1 or 1F to those who write, 지하 일층 and 일층 to those who speak. */
const floor: SpokenRule = {
  pattern: /(?<![A-Za-z])(?:(B)(\d)(?:F|층)?|(\d{1,2})F)(?![A-Za-z\d])/uy,
  say: ([, below, deep = '', high = '']) => (below ? `지하 ${toSino(deep)}층` : `${toSino(high)}층`),
};

const countdown: SpokenRule = {
  pattern: /D-(\d{1,3})(?!\d)/uy,
  say: ([, days = '']) => `${toSino(days)}일 전`,
};

export const quantityRules: readonly SpokenRule[] = [
  money,
  offer,
  frost,
  stay,
  floor,
  countdown,
  magnitude,
  counted,
  plain,
];

function sayCount(match: RegExpExecArray, count: string, unit: string): string {
  const before = match.input.slice(0, match.index);
  const after = match.input.slice(match.index + match[0].length);
  if (unit === '월') return sayMonth(count);
  if (unit === '시') return sayHour(count, before);
  if (unit === '번째' && count === '1') return '첫 번째';
  if (isNative(count, unit, { before, after })) return `${toNative(count)} ${unitName(unit)}`;
  const gap = unitKind(unit) === 'joined' || unit === '대' ? '' : ' ';
  return `${toSino(count)}${gap}${unitName(unit)}`;
}

interface Around {
  readonly before: string;
  readonly after: string;
}

/** Some units count and number alike: 열 분 are people and 십 분 minutes, 스무 대 are machines and 이십대 an age. */
function isNative(count: string, unit: string, { before, after }: Around): boolean {
  if (unit === '분')
    return /(?:추첨|선착순|총|당첨자|고객)\s?$/u.test(before) || /^(?:께|에게|을 추첨)/u.test(after);
  if (unit === '대') return !/^[1-9]0$/.test(count);
  if (unit === '번') return !/^\s?(?:출구|버스|홈|국도|창구|게이트)/u.test(after);
  if (unit === '시간') return Number(count) < 20;
  return unitKind(unit) === 'native';
}

/** 유월 and 시월 have lost their last sound. */
export function sayMonth(month: string): string {
  const special: Readonly<Record<string, string>> = { 6: '유월', 10: '시월' };
  const plainMonth = month.replace(/^0/, '');
  return special[plainMonth] ?? `${toSino(plainMonth)}월`;
}

/** 세 시; 15시 is 오후 세 시 unless the half of the day was named. 24시 and 0시 are said as they stand. */
function sayHour(count: string, before: string): string {
  const hour = Number(count);
  if (!Number.isInteger(hour) || hour === 0 || hour > 23) return `${toSino(String(hour))} 시`;
  if (hour <= 12) return `${toNative(String(hour))} 시`;
  return `${namesHalf(before) ? '' : '오후 '}${toNative(String(hour - 12))} 시`;
}

export function namesHalf(before: string): boolean {
  return /(?:오전|오후|새벽|아침|낮|점심|저녁|밤)\s?$/u.test(before);
}

function english(figure: string | undefined): string {
  return ['', '원', '투', '쓰리', '포', '파이브'][Number(figure)] ?? '';
}
