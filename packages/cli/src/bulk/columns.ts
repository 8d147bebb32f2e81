import { briefJsonSchema } from '@kt-event/sdk';
import { closest } from '../campaign-file/closest.js';
import { choicesOf, type Shape, shapeAt } from '../campaign-file/shape.js';
import { ko } from '../messages/ko.js';

/** What a spreadsheet calls the things of a campaign file. A path of the file, such as `store.name`, is good too. */
const koreanNames: Readonly<Record<string, string>> = {
  매장번호: 'id',
  번호: 'id',
  매장: 'store.name',
  매장이름: 'store.name',
  업종: 'store.industry',
  지역: 'store.region',
  전화: 'store.phone',
  전화번호: 'store.phone',
  사업자등록번호: 'store.businessNumber',
  이벤트이름: 'name',
  목적: 'objective',
  예산: 'budgetKrw',
  시작일: 'period.start',
  마감일: 'period.end',
  당첨자: 'entry.winners',
  당첨자수: 'entry.winners',
  예비: 'entry.reserves',
  수량: 'entry.stock',
  채널: 'channels',
  추첨시각: 'draw.at',
  기획안: 'concept',
  주간방문: 'own.weeklyVisits',
  객단가: 'own.averageTicketKrw',
};

const root: Shape = briefJsonSchema();

/** The path that a column is for: `id`, or one of the campaign file. */
export function pathOfHeader(header: string): string | undefined {
  const name = header.replace(/\s+/g, '');
  const path = koreanNames[name] ?? name;
  return path === 'id' || shapeAt(root, toKeys(path)) ? path : undefined;
}

/** The column that somebody may have meant. */
export function meantHeader(header: string): string | undefined {
  return closest(header.replace(/\s+/g, ''), Object.keys(koreanNames));
}

export const toKeys = (path: string): (string | number)[] =>
  path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** Korean words for the choices of a file, such as `카페` for `cafe`. */
const choices: Readonly<Record<string, string>> = Object.fromEntries(
  [ko.industry, ko.channel, ko.concept].flatMap((words) =>
    Object.entries(words).map(([value, word]) => [word.replace(/\s+/g, ''), value]),
  ),
);

/** What a cell says, as the campaign file would say it. What cannot be read stays text, for the file's own checks. */
export function valueOfCell(path: string, text: string): unknown {
  const shape = shapeAt(root, toKeys(path));
  if (shape?.type === 'array')
    return text
      .split(/[+;|,\s]+/)
      .filter(Boolean)
      .map(toChoice);
  if (shape?.type === 'boolean') return toBoolean(text);
  if (shape?.type === 'integer') return toWhole(text);
  return shape && choicesOf(shape).length > 0 ? toChoice(text) : text;
}

const toChoice = (text: string): string => choices[text.replace(/\s+/g, '')] ?? text;

/** `300,000원` is what a spreadsheet makes of 300000. */
function toWhole(text: string): unknown {
  return /^[\d,]+\s*(?:원|명|개)?$/.test(text) ? Number(text.replace(/\D/g, '')) : text;
}

function toBoolean(text: string): unknown {
  if (/^(?:true|예|네|o|y)$/i.test(text)) return true;
  return /^(?:false|아니오|아니요|x|n)$/i.test(text) ? false : text;
}
