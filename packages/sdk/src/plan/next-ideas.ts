import { withParticle } from '../rates/particle.js';
import { channelNames, weekdayNames, weekdays } from '../rates/rate-words.js';
import type { Brief } from '../schema/brief.js';
import type { Idea, Insight } from '../schema/insight.js';
import type { RateObservation } from '../schema/rate.js';
import type { Knowledge } from './knowledge.js';
import type { Method } from './knowledge-schema.js';
import { leads } from './method-mix.js';
import { type ComingSeason, comingSeasons } from './season.js';
import { teach } from './teach.js';

interface IdeasInput {
  readonly brief: Brief;
  /** Day, Asia/Seoul, from which one looks ahead. */
  readonly today: string;
  /** Of the store, rehearsals apart. */
  readonly insights: readonly Insight[];
  readonly peers?: readonly Insight[] | undefined;
}

/** Seasons far enough away to be prepared for, and near enough to be thought of. Ours. */
const mostDaysAhead = 90;
const mostIdeas = 3;

/**
 * Events for the seasons to come: the season's own theme for this trade, by the way to take part and the channel of which
 * we expect most by now, with what that rests on.
 */
export function nextIdeas(input: IdeasInput, knowledge: Knowledge): Idea[] {
  const { brief, today, insights, peers = [] } = input;
  const { knowledge: taught } = teach(knowledge, { brief, own: insights, peers });
  const rates = insights.flatMap((insight) => insight.rates);
  const method = bestMethod(taught);
  const basis = [methodBasis(method, rates), channelBasis(brief, taught), weekdayBasis(rates)];
  return comingSeasons({ today, mostDays: mostDaysAhead, region: brief.store.region }, knowledge)
    .slice(0, mostIdeas)
    .map((coming) => ({
      season: coming.season.id,
      start: coming.from,
      end: coming.to,
      prepareFrom: coming.prepareFrom,
      methodId: method.id,
      text: textOf(coming, { brief, method, today }, knowledge),
      basis: basis.filter((part) => part !== '').join(' '),
    }));
}

interface Proposal {
  readonly brief: Brief;
  readonly method: Method;
  readonly today: string;
}

function textOf(
  { season, from, to, prepareFrom }: ComingSeason,
  { brief, method, today }: Proposal,
  { seasonHooks }: Knowledge,
): string {
  const hook = seasonHooks[season.id]?.[brief.store.industry];
  const theme = hook ? ` 이야깃거리로는 ‘${hook}’이 있습니다.` : '';
  const prepare = prepareFrom <= today ? '지금부터' : `${dayText(prepareFrom)}부터`;
  return `${season.ko} (${dayText(from)}~${dayText(to)}): ${prepare} 준비해 ‘${method.ko}’ 방식으로 열어 보세요.${theme}`;
}

/** The one by which most of those who notice take part. */
function bestMethod({ methods }: Knowledge): Method {
  const ours = methods.filter(({ id }) => (leads as readonly string[]).includes(id));
  return ours.reduce((best, one) => (one.ratePct.mid > best.ratePct.mid ? one : best));
}

function methodBasis({ id, ko, ratePct }: Method, rates: readonly RateObservation[]): string {
  const own = rates.filter(({ rate, of }) => rate === 'entry' && of === id);
  const range = `100명에 ${ratePct.mid}명(열에 여덟은 ${ratePct.low}~${ratePct.high}명)`;
  if (own.length === 0)
    return `${withParticle(ko, '은')} 아직 해 보지 않아, 업종 경험값대로 ${range}이 참여한다고 봅니다.`;
  const { successes, trials } = summed(own);
  return `${withParticle(ko, '은')} 우리 매장에서 ${own.length}회, 추산 ${count(trials)}명 중 ${count(successes)}명이 참여했고 이제 ${range}으로 봅니다.`;
}

/** Of the channels that the store uses, the one that sends most people for a won, by what is held of them now. */
function channelBasis({ channels }: Brief, { media }: Knowledge): string {
  const reckoned = channels.flatMap((channel) => {
    const medium = media.channels[channel];
    if (!medium || medium.costKrw.mid === 0) return [];
    const landing = (medium.landingRatePct ?? media.landingRatePct).mid;
    const entered = (medium.audience.mid * medium.responsePct.mid * landing) / 10_000;
    return entered > 0 ? [{ channel, eachKrw: Math.round(medium.costKrw.mid / entered) }] : [];
  });
  const [best] = reckoned.toSorted((a, b) => a.eachKrw - b.eachKrw);
  if (!best || reckoned.length < 2) return '';
  return `쓰시는 유료 채널 중 응모 한 명에 드는 돈은 ${withParticle(channelNames[best.channel], '이')} 가장 적습니다(약 ${count(best.eachKrw)}원).`;
}

/** Fewer entries than this say nothing of days. Ours. */
const leastEntries = 30;

function weekdayBasis(rates: readonly RateObservation[]): string {
  const days = weekdays
    .map((weekday) => ({
      weekday,
      ...summed(rates.filter(({ rate, of }) => rate === 'weekday' && of === weekday)),
    }))
    .filter(({ trials }) => trials > 0);
  const entries = days.reduce((sum, { successes }) => sum + successes, 0);
  const [best] = days.toSorted((a, b) => b.successes / b.trials - a.successes / a.trials);
  if (!best || entries < leastEntries || days.length < 2) return '';
  return `응모 ${count(entries)}명 중 ${weekdayNames[best.weekday]}이 ${count(best.successes)}명으로 하루 몫이 가장 컸습니다.`;
}

function summed(rates: readonly RateObservation[]): Pick<RateObservation, 'successes' | 'trials'> {
  return rates.reduce(
    (sum, { successes, trials }) => ({ successes: sum.successes + successes, trials: sum.trials + trials }),
    { successes: 0, trials: 0 },
  );
}

/** `2026-12-01` as `12월 1일`. */
function dayText(day: string): string {
  return `${Number(day.slice(5, 7))}월 ${Number(day.slice(8, 10))}일`;
}

function count(value: number): string {
  return value.toLocaleString('ko');
}
