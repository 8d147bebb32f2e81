import { withParticle } from '../rates/particle.js';
import { channelNames, type Weekday, weekdayNames } from '../rates/rate-words.js';
import type { Advice } from '../schema/insight.js';
import type { Concept } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import type { Report } from '../schema/report.js';
import { count, type Lesson } from './lessons.js';

interface AdviceInput {
  readonly report: Report;
  readonly concept: Concept;
  readonly lessons: readonly Lesson[];
}

/**
 * What to do otherwise next time. Each rests on a rate whose range lies off what the trade sees, or on plain counts: what
 * could be chance gives no advice, and nothing is said to have caused anything.
 */
export function adviseOn(input: AdviceInput): Advice[] {
  return [
    ...input.lessons.filter(isAbove).flatMap(forHighRate),
    ...input.lessons.filter(isBelow).flatMap(forLowRate),
    ...dearChannel(input),
    ...bestWeekday(input.lessons),
    ...fewEntries(input),
    ...unreached(input),
    ...missingSales(input),
  ];
}

const isBelow = ({ now, prior }: Lesson) => now.high < prior.mid;
const isAbove = ({ now, prior }: Lesson) => now.low > prior.mid;

/** What went better than the trade is said to see is to be kept. Days of the week have advice of their own. */
function forHighRate({ seen, sentence }: Lesson): Advice[] {
  return seen.rate === 'weekday'
    ? []
    : [{ text: '업종 경험값보다 나았습니다. 다음에도 그대로 해 보세요.', basis: sentence }];
}

function forLowRate({ seen, sentence }: Lesson): Advice[] {
  const channel = channelNames[seen.of as Channel];
  const texts: Readonly<Partial<Record<typeof seen.rate, string>>> = {
    entry: '계산대와 테이블처럼 기다리는 자리에 QR을 두고, 직원이 한마디 권해 보세요.',
    response: `${channel} 소식의 첫 줄과 첫 장면에 경품과 마감일을 먼저 보여 주세요.`,
    landing: `${channel} 소식과 응모 화면이 같은 경품을 먼저 말하는지, 적어야 할 칸이 더 없는지 살펴보세요.`,
    redemption: '당첨 안내에 받는 곳과 기한을 먼저 적고, 기한을 며칠 더 두는 것을 생각해 보세요.',
    new_customer: '처음 오는 분이 목적이면 매장 밖 채널의 비중을 늘려 비교해 보세요.',
  };
  const text = texts[seen.rate];
  return text ? [{ text, basis: sentence }] : [];
}

/** Won for each entry, where links were counted: the dearest channel against the cheapest. */
function dearChannel({ report }: AdviceInput): Advice[] {
  const paid = report.channels
    .filter(({ costKrw }) => costKrw > 0 && report.places.length > 0)
    .map(({ channel, costKrw }) => {
      const entered = report.places.find(({ place }) => place === channel)?.entered ?? 0;
      return { channel, costKrw, entered, eachKrw: costKrw / Math.max(1, entered) };
    })
    .toSorted((a, b) => b.eachKrw - a.eachKrw);
  const [dearest, cheapest] = [paid[0], paid.at(-1)];
  if (!dearest || !cheapest || dearest === cheapest || dearest.eachKrw < mostTimes * cheapest.eachKrw)
    return [];
  const spent = (one: typeof dearest) =>
    `${channelNames[one.channel]} 광고비 ${count(one.costKrw)}원에 응모 ${count(one.entered)}명`;
  const text = `${channelNames[dearest.channel]} 광고비의 일부를 ${channelNames[cheapest.channel]} 쪽으로 옮겨 견주어 보세요.`;
  return [{ text, basis: `${spent(dearest)}, ${spent(cheapest)}. 링크를 거친 응모만 센 것입니다.` }];
}

/** Less than this difference may be the luck of a week. Ours. */
const mostTimes = 3;

/** A day of the week that is surely above all days together. */
function bestWeekday(lessons: readonly Lesson[]): Advice[] {
  const days = lessons.filter(({ seen }) => seen.rate === 'weekday');
  const [entered, noticed] = ['successes', 'trials'].map((key) =>
    days.reduce((sum, { seen }) => sum + seen[key as 'successes' | 'trials'], 0),
  );
  const usual = (100 * (entered ?? 0)) / Math.max(1, noticed ?? 0);
  const best = days.toSorted((a, b) => b.now.mid - a.now.mid)[0];
  if (!best || best.now.low <= usual) return [];
  const name = weekdayNames[best.seen.of as Weekday];
  const text = `응모가 많던 ${name}에 새 소식이나 QR 안내를 모으고, 기간에 ${withParticle(name, '을')} 더 넣어 보세요.`;
  return [{ text, basis: best.sentence }];
}

function fewEntries({ report, concept }: AdviceInput): Advice[] {
  const { accepted } = report.entries;
  const { low, high } = concept.expectedEntries;
  if (accepted >= low) return [];
  const basis = `응모 ${count(accepted)}명, 예상 ${count(low)}~${count(high)}명.`;
  return [{ text: '다음 기획안은 이 기록으로 예상을 낮추어 잡습니다. 경품 수도 그에 맞추어 보세요.', basis }];
}

function unreached({ report: { winners } }: AdviceInput): Advice[] {
  if (winners.unreached === 0) return [];
  const basis = `알림을 보낸 ${count(winners.notified + winners.unreached)}명 중 ${count(winners.unreached)}명에게 닿지 않았습니다.`;
  return [
    {
      text: '응모 화면에서 전화번호 인증(guards.phoneCode)을 켜 두면 번호를 잘못 적은 응모를 거를 수 있습니다.',
      basis,
    },
  ];
}

function missingSales({ report: { uplift } }: AdviceInput): Advice[] {
  if (uplift) return [];
  const text = '매출 CSV를 이벤트 8주 전부터 준비하면 다음에는 남은 돈까지 계산합니다.';
  return [{ text, basis: '매출 자료가 없어 남은 돈을 계산하지 못했습니다.' }];
}
