import type { Concept } from '../schema/plan.js';
import { type EntrySource, entryRange } from './entry-range.js';
import type { Knowledge } from './knowledge.js';
import type { Booking } from './media-mix.js';
import type { MethodMix } from './method-mix.js';

interface ExpectationInput {
  readonly weeklyVisits: number;
  readonly days: number;
  readonly mix: MethodMix;
  readonly bookings: readonly Booking[];
  /** First-come ends when the stock is gone. */
  readonly stock: number | undefined;
}

/**
 * Entries to expect: visits in the period × people who notice × rate of the method, and people the channels send
 * × share that fills in the form. Priors until the store has its own campaigns. `low` to `high` holds four times in five.
 */
export function expectEntries(
  input: ExpectationInput,
  { media, learning }: Knowledge,
): Concept['expectedEntries'] {
  const { weeklyVisits, days, mix, stock } = input;
  const visits = visitsIn(weeklyVisits, days);
  const [inStore, ...online] = sourcesOf(input, { media }).map(([, source]) => source) as [EntrySource];
  const range = (sources: Parameters<typeof entryRange>[0]) =>
    entryRange(sources, learning.campaignCorrelation.value);
  const { low, mid, high } = range([inStore, ...online]);
  const whole = (entries: number) => Math.min(Math.round(entries), stock ?? Number.POSITIVE_INFINITY);
  const basis = [
    `방문 ${count(visits)}명(주 ${count(weeklyVisits)}명 × ${days}일) × 알아봄 ${media.exposurePct.mid}%` +
      ` × 응모율 ${mix.inStore.ratePct.mid}% = ${count(Math.round(range([inStore]).mid))}명`,
    `채널에서 약 ${count(Math.round(range(online).mid))}명`,
    ...(stock === undefined ? [] : [`준비 수량 ${count(stock)}개까지`]),
  ].join(', ');
  return { low: whole(low), mid: whole(mid), high: whole(high), basis };
}

/** The ways in which people come, by name: the first is the store itself. */
export function sourcesOf(
  { weeklyVisits, days, mix, bookings }: Omit<ExpectationInput, 'stock'>,
  { media }: Pick<Knowledge, 'media'>,
): [string, EntrySource][] {
  const people = (visitsIn(weeklyVisits, days) * media.exposurePct.mid) / 100;
  return [
    [`entry/${mix.inStore.id}`, { people, shares: [mix.inStore.ratePct] }],
    ...bookings.map(({ channel, audience, medium }): [string, EntrySource] => {
      const { responsePct, landingRatePct = media.landingRatePct } = medium;
      return [`channel/${channel}`, { people: audience, shares: [responsePct, landingRatePct] }];
    }),
  ];
}

export function visitsIn(weeklyVisits: number, days: number): number {
  return Math.round((weeklyVisits * days) / 7);
}

/** The chance in people, which is easier to judge than a percentage. */
export function oddsOf(
  { mid }: Concept['expectedEntries'],
  { winners, reserves, lottery }: { winners: number; reserves: number; lottery: boolean },
): string {
  if (!lottery) {
    const left = mid < winners ? `, ${count(winners - mid)}개가 남을 수 있습니다` : '';
    return `선착순 ${count(winners)}명, 예상 응모 ${count(mid)}명${left}`;
  }
  const drawn = `${count(winners)}명(예비 ${count(reserves)}명)`;
  if (mid > winners) return `예상 응모 ${count(mid)}명 중 ${drawn}`;
  return `예상 응모 ${count(mid)}명, 당첨 ${drawn}: 응모한 분이 모두 당첨될 수 있습니다`;
}

function count(people: number): string {
  return people.toLocaleString('ko');
}
