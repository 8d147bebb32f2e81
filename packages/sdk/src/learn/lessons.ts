import type { PercentRange } from '../rates/belief.js';
import { type TaughtRange, taughtRange } from '../rates/combine.js';
import { bandNames, channelNames, type Weekday, weekdayNames } from '../rates/rate-words.js';
import type { Channel } from '../schema/primitives.js';
import type { RateObservation } from '../schema/rate.js';
import type { TradeFigures } from './trade-figures.js';

/** One rate of the campaign with what is held of it now. */
export interface Lesson {
  readonly seen: RateObservation;
  /** What the trade is said to see, percent. */
  readonly prior: PercentRange;
  /** From the prior and all campaigns of the store. */
  readonly now: TaughtRange;
  /** How many of how many, the range and what it started from, in plain words. No cause is claimed. */
  readonly sentence: string;
}

interface LessonsInput {
  readonly rates: readonly RateObservation[];
  /** Of the store's campaigns before. */
  readonly earlier: readonly RateObservation[];
  readonly prior: (seen: RateObservation) => PercentRange | undefined;
  readonly trade: Pick<TradeFigures, 'learning' | 'methods'>;
}

export function lessonsOf({ rates, earlier, prior, trade }: LessonsInput): Lesson[] {
  return rates.flatMap((seen) => {
    const before = prior(seen);
    const histories = { own: [seen, ...earlier], peers: [] };
    const now = before && taughtRange(before, seen, histories, trade.learning);
    if (!before || !now) return [];
    return [{ seen, prior: before, now, sentence: sentenceOf(seen, before, now, trade.methods) }];
  });
}

function sentenceOf(
  seen: RateObservation,
  prior: PercentRange,
  { low, mid, high, own }: TaughtRange,
  methods: TradeFigures['methods'],
): string {
  const range = `100명에 ${share(mid)}명쯤, 열에 여덟은 ${share(low)}~${share(high)}명 사이로 봅니다`;
  const records = own.campaigns > 1 ? `이벤트 ${own.campaigns}회` : '이번 이벤트';
  return `${seenText(seen, methods)}. ${records} 기록으로는 ${range}(업종 경험값 ${share(prior.mid)}명).`;
}

/** How many of how many. What was reckoned rather than counted says so. */
function seenText(seen: RateObservation, methods: TradeFigures['methods']): string {
  const of = `${count(seen.trials)}명${seen.trialsAre === 'estimated' ? '(추산)' : ''} 중 ${count(seen.successes)}명`;
  const channel = channelNames[seen.of as Channel];
  switch (seen.rate) {
    case 'entry':
      return `매장에서 이벤트를 알아본 손님 ${of}이 응모했습니다(${methods.find(({ id }) => id === seen.of)?.ko ?? seen.of})`;
    case 'weekday':
      return `${weekdayNames[seen.of as Weekday]}에 알아본 손님 ${of}이 응모했습니다`;
    case 'response':
      return `${channel} 소식을 본 ${of}이 응모 페이지를 열었습니다`;
    case 'landing':
      return `${channel}에서 응모 페이지를 연 ${of}이 응모했습니다`;
    case 'redemption':
      return `${bandNames[seen.of] ?? '경품'}에 당첨된 ${of}이 받아 갔습니다`;
    case 'new_customer':
      return `응모한 ${of}이 처음 온 손님이었습니다`;
  }
}

function share(percent: number): string {
  return (percent < 1 ? Math.round(percent * 100) / 100 : Math.round(percent * 10) / 10).toLocaleString('ko');
}

export function count(people: number): string {
  return people.toLocaleString('ko');
}
