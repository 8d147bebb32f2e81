import { z } from 'zod';
import type { Bilingual } from '../errors/index.js';
import { instantOfDay, nextDay } from './seoul-time.js';

interface Checked {
  readonly channels: readonly string[];
  readonly store: { readonly businessNumber?: string | undefined };
  readonly period: { readonly start: string; readonly end: string };
  readonly entry:
    | {
        readonly mechanic: 'lottery';
        readonly winners: number;
        readonly visitBonus: number;
        readonly visitProof?: string | undefined;
        readonly visitCode?: string | undefined;
        readonly receiptPattern?: string | undefined;
      }
    | {
        readonly mechanic: 'first_come';
        readonly stock: number;
        readonly rushSeconds?: number | undefined;
      };
  readonly prizes?:
    | readonly {
        readonly quantity: number;
        readonly valueKrw: number;
        readonly costKrw?: number | undefined;
      }[]
    | undefined;
  readonly draw?: { readonly at: string } | undefined;
  readonly budgetKrw: number;
}

type Complain = (path: (string | number)[], message: Bilingual, fix: Bilingual) => void;

/** A public round must lie ahead of the commitment by this much. Source: draw protocol, `time(R) >= published_at + 600 s`. */
const drawLeadMs = 600_000;

/**
 * What no single field can show. Each runs when the fields it reads are sound, whatever is wrong elsewhere, so that
 * a person sees everything there is to correct at once.
 */
export const briefChecks = [
  crossCheck(['period'], checkPeriod),
  crossCheck(['period', 'entry', 'draw'], checkDraw),
  crossCheck(['entry', 'prizes', 'budgetKrw'], checkQuantities),
  crossCheck(['channels', 'store'], checkAdvertiser),
  crossCheck(['entry'], checkVisits),
] as const;

function crossCheck(
  fields: readonly PropertyKey[],
  check: (value: Checked, complain: Complain) => void,
): z.core.$ZodCheck<Checked> {
  const isAside = ({ code, path: [first] = [] }: z.core.$ZodRawIssue): boolean =>
    first === undefined ? code === 'unrecognized_keys' : !fields.includes(first);
  const made: z.core.$ZodCheck<Checked> = new z.core.$ZodCheck({
    check: 'custom',
    when: ({ issues }) => issues.every(isAside),
  });
  made._zod.check = ({ value, issues }) =>
    check(
      value,
      (path, message, fix) =>
        void issues.push({
          code: 'custom',
          input: value,
          path,
          message: message.en,
          params: { ko: message.ko, fix },
        }),
    );
  return made;
}

function checkPeriod({ period: { start, end } }: Checked, complain: Complain): void {
  if (start <= end) return;
  complain(
    ['period', 'end'],
    { ko: '마감일이 시작일보다 빠릅니다', en: 'ends before it starts' },
    { ko: `${start} 이후 날짜를 쓰세요`, en: `Write ${start} or a later day` },
  );
}

function checkDraw({ entry, draw, period }: Checked, complain: Complain): void {
  if (entry.mechanic === 'first_come') {
    if (draw) checkRushDraw(draw, { period, rushSeconds: entry.rushSeconds }, complain);
    return;
  }
  const earliest = new Date(Date.parse(instantOfDay(nextDay(period.end))) + drawLeadMs);
  if (draw && Date.parse(draw.at) >= earliest.getTime()) return;
  const at = instantOfDay(nextDay(period.end), '12:00:00');
  complain(
    draw ? ['draw', 'at'] : ['draw'],
    draw
      ? {
          ko: '추첨 시각이 응모 마감 10분 뒤보다 빠릅니다',
          en: 'is earlier than 10 minutes after entries close',
        }
      : { ko: '추첨형에는 추첨 시각이 필요합니다', en: 'lottery needs a draw' },
    draw
      ? { ko: `예: ${at}`, en: `For example ${at}` }
      : { ko: `예: draw: { at: ${at} }`, en: `For example draw: { at: ${at} }` },
  );
}

interface Rush {
  readonly period: Checked['period'];
  readonly rushSeconds: number | undefined;
}

/** Who of the first seconds wins is known while entries are still taken. */
function checkRushDraw({ at }: { readonly at: string }, rush: Rush, complain: Complain): void {
  if (rush.rushSeconds === undefined) {
    complain(
      ['draw'],
      { ko: '선착순형에는 추첨이 없습니다', en: 'first_come has no draw' },
      {
        ko: 'draw 항목을 지우거나 entry.rushSeconds를 쓰세요',
        en: 'Remove draw, or write entry.rushSeconds',
      },
    );
    return;
  }
  const earliestMs = Date.parse(instantOfDay(rush.period.start)) + rush.rushSeconds * 1_000 + drawLeadMs;
  const latestMs = Date.parse(instantOfDay(nextDay(rush.period.end)));
  if (Date.parse(at) >= earliestMs && Date.parse(at) < latestMs) return;
  const example = instantOfDay(rush.period.start, '09:00:00');
  complain(
    ['draw', 'at'],
    {
      ko: '추첨 시각은 rushSeconds가 끝나고 10분 뒤부터 응모 마감 전까지입니다',
      en: 'is not between 10 minutes after rushSeconds and the end of the period',
    },
    { ko: `예: ${example}`, en: `For example ${example}` },
  );
}

function checkQuantities({ entry, prizes, budgetKrw }: Checked, complain: Complain): void {
  if (!prizes) return;
  const quantity = prizes.reduce((sum, prize) => sum + prize.quantity, 0);
  const [key, wanted] = entry.mechanic === 'lottery' ? ['winners', entry.winners] : ['stock', entry.stock];
  if (wanted > quantity) {
    complain(
      ['entry', String(key)],
      {
        ko: `당첨 ${wanted}명에 경품이 ${quantity}개뿐입니다`,
        en: `${wanted} people but only ${quantity} prizes`,
      },
      {
        ko: `${quantity} 이하로 쓰거나 경품 수량을 늘리세요`,
        en: `Write ${quantity} or fewer, or add prizes`,
      },
    );
  }
  const costKrw = prizes.reduce((sum, prize) => sum + prize.quantity * (prize.costKrw ?? prize.valueKrw), 0);
  if (costKrw > budgetKrw) {
    complain(
      ['budgetKrw'],
      { ko: `경품값만 ${costKrw.toLocaleString('ko')}원입니다`, en: `prizes alone cost ${costKrw} KRW` },
      { ko: `${costKrw} 이상을 쓰거나 경품을 줄이세요`, en: `Write ${costKrw} or more, or fewer prizes` },
    );
  }
}

/** Channels whose operator reviews the advertiser. [A] KT publishes no rules; every Korean broadcaster asks for it. */
const reviewedChannels = ['wooridongne_tv', 'ringo_biz', 'genie_tv'];

function checkAdvertiser({ channels, store }: Checked, complain: Complain): void {
  const reviewed = channels.filter((channel) => reviewedChannels.includes(channel));
  if (reviewed.length === 0 || store.businessNumber !== undefined) return;
  complain(
    ['store'],
    {
      ko: `${reviewed.join(', ')} 채널은 사업자등록번호가 있어야 심사를 받습니다`,
      en: `${reviewed.join(', ')} review the advertiser and need its business number`,
    },
    {
      ko: '예: businessNumber: 123-45-67891 을 쓰거나 그 채널을 지우세요',
      en: 'Write businessNumber: 123-45-67891, say, or drop those channels',
    },
  );
}

/** Settings of a proof that nobody is asked for would be lost without a word. */
function checkVisits({ entry }: Checked, complain: Complain): void {
  if (entry.mechanic !== 'lottery') return;
  const { visitBonus, visitProof, visitCode, receiptPattern } = entry;
  const useless: readonly (readonly [string, boolean])[] = [
    ['visitProof', visitProof !== undefined && visitBonus === 0],
    ['visitCode', visitCode !== undefined && (visitBonus === 0 || visitProof === 'receipt')],
    [
      'receiptPattern',
      receiptPattern !== undefined && (visitBonus === 0 || (visitProof ?? 'code') === 'code'),
    ],
  ];
  for (const [field, isUseless] of useless) {
    if (!isUseless) continue;
    complain(
      ['entry', field],
      { ko: '이 설정으로는 쓰이지 않습니다', en: 'is not used with these settings' },
      {
        ko: '지우거나 visitBonus와 visitProof를 맞춰 쓰세요',
        en: 'Remove it, or set visitBonus and visitProof to go with it',
      },
    );
  }
}
