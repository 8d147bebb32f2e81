import { momentRules, sayDay } from './moments.js';
import { quantityRules } from './quantities.js';
import { type SpokenRule, speakWith } from './speak.js';
import { unitPattern } from './units.js';

const half = '(?:(?:오전|오후|새벽|아침|낮|저녁|밤)\\s?)?';
const figure = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.:/]\d+)*\.?)`;
/** A hyphen behind four digits belongs to a date. */
const to = String.raw`(?:\s?[~–]\s?|(?<!\d{4})-)`;
const rest = String.raw`(?:\s?\d+\s?(?:월|일|시|분))*(?:\s?\([월화수목금토일]\))?`;
const scale = '(?:\\s?(?:천만|백만|십만|만|억|천|백))?';
const end = `${half}${figure}${scale}(?:\\s?(?:${unitPattern}))?${rest}`;

const inner: readonly SpokenRule[] = [...momentRules, ...quantityRules];
const sayEnd = (text: string): string => speakWith(inner, text).text.replace(/\s+/gu, ' ').trim();

/** `12월 1일~14일`, `10~20명`, `11:00-21:00` */
const between: SpokenRule = {
  pattern: new RegExp(`(${end})${to}(${end})(?:까지)?`, 'uy'),
  say: ([, first = '', last = '']) => {
    const dates = [first, last].map(dottedDate);
    if (dates[0] && dates[1]) return `${dates[0]}부터 ${dates[1]}까지`;
    const whole = borrowUnit(first, last);
    return isMoment(whole)
      ? `${sayEnd(whole)}부터 ${sayEnd(last)}까지`
      : `${sayEnd(whole)}에서 ${sayEnd(last)}`;
  },
};

/** `12월 1일~` and `10,000원~` */
const from: SpokenRule = {
  pattern: new RegExp(`(${end})\\s?~(?!\\s?\\d)`, 'uy'),
  say: ([, first = '']) => `${sayEnd(first)}부터 `,
};

/** `~12/14` */
const until: SpokenRule = {
  pattern: new RegExp(`~\\s?(${end})(?:까지)?`, 'uy'),
  say: ([, last = '']) => ` ${sayEnd(last)}까지`,
};

export const rangeRules: readonly SpokenRule[] = [between, from, until];

/** In `10~20명` both ends are people. */
function borrowUnit(first: string, last: string): string {
  const bare = new RegExp(`^${half}(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?$`, 'u').test(first);
  const unit = new RegExp(`^${half}${figure}(${scale}\\s?(?:${unitPattern})?)`, 'u').exec(last)?.[1];
  return bare ? `${first}${unit ?? ''}` : first;
}

/** Days, hours and floors run 부터 … 까지; amounts lie 에서 … . */
function isMoment(text: string): boolean {
  return /[:/)]|\d{4}[-.]|\d\s?(?:년|월|일|시|분|층|주|주차|회차)/u.test(text);
}

/** `12.1` is a day only where both ends of a range look like one. */
function dottedDate(text: string): string | undefined {
  const [, month, day] =
    /^(0?[1-9]|1[0-2])\.(0?[1-9]|[12]\d|3[01])\.?(?:\s?\([월화수목금토일]\))?$/u.exec(text) ?? [];
  return month !== undefined && day !== undefined ? sayDay(month, day) : undefined;
}
