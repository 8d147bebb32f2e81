import { weekdayOf, weekdays } from '../rates/rate-words.js';
import type { Campaign } from '../schema/campaign.js';
import type { Concept, Prize } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import type { RateObservation } from '../schema/rate.js';
import type { Report } from '../schema/report.js';
import { addDays } from '../schema/seoul-time.js';
import type { TradeFigures } from './trade-figures.js';

/** What a campaign tells of the store's rates. A rate of which nothing was seen is left out. */
export function ratesOf(
  report: Report,
  { brief }: Campaign,
  concept: Concept,
  trade: TradeFigures,
): RateObservation[] {
  return [
    ...responses(report, concept),
    ...landings(report),
    inStore(report, brief, concept, trade),
    redemption(report, concept),
    ...newcomers(report, brief.objective),
    ...byWeekday(report, brief, trade),
  ].filter(({ trials }) => trials > 0);
}

/** Openings are counted, where anything was; how many saw the channel is what was booked. */
function responses({ places }: Report, { reach }: Concept): RateObservation[] {
  if (places.length === 0) return [];
  return reach.map(({ channel, people }) => {
    const opened = places.find(({ place }) => place === channel)?.opened ?? 0;
    const counts = { successes: opened, trials: Math.max(people, opened) };
    return { rate: 'response', of: channel, ...counts, trialsAre: 'estimated' };
  });
}

/** Both sides counted by our own page. */
function landings({ places }: Report): RateObservation[] {
  return places
    .filter(({ place }) => place !== 'print')
    .map(({ place, opened, entered }) => ({
      rate: 'landing' as const,
      of: place as Channel,
      successes: entered,
      trials: Math.max(opened, entered),
      trialsAre: 'counted' as const,
    }));
}

/** Whoever no channel sent was in the store. How many could have entered there is reckoned, not counted. */
function inStore(
  { entries, places }: Report,
  brief: Campaign['brief'],
  { method }: Concept,
  trade: TradeFigures,
): RateObservation {
  const sent = places.filter(({ place }) => place !== 'print');
  const successes = Math.max(0, entries.accepted - sent.reduce((sum, { entered }) => sum + entered, 0));
  const noticed = Math.round(noticedADay(brief, trade) * daysOf(brief.period).length);
  return {
    rate: 'entry',
    of: method.inStore ?? method.id,
    successes,
    trials: Math.max(noticed, successes),
    trialsAre: 'estimated',
  };
}

function redemption({ redeemed }: Report, { prizes }: Concept): RateObservation {
  const { taken = 0, of = 0 } = redeemed ?? {};
  const counts = { successes: taken, trials: Math.max(of, taken), trialsAre: 'counted' as const };
  return { rate: 'redemption', of: bandOf(prizes), ...counts };
}

function newcomers({ entries: { accepted }, newCustomers }: Report, objective: string): RateObservation[] {
  if (newCustomers === undefined) return [];
  const counts = { successes: newCustomers, trials: Math.max(accepted, newCustomers) };
  return [{ rate: 'new_customer', of: objective, ...counts, trialsAre: 'counted' }];
}

/** Upper ends of the bands, won. The last two are where tax and gift rules begin to look. */
const bands = [
  ['under_5000', 5_000],
  ['under_10000', 10_000],
  ['under_50000', 50_000],
] as const;

/** By what the dearest prize is worth: that is what people come for. */
function bandOf(prizes: readonly Pick<Prize, 'valueKrw'>[]): string {
  const dearest = Math.max(...prizes.map(({ valueKrw }) => valueKrw));
  return bands.find(([, below]) => dearest < below)?.[0] ?? 'from_50000';
}

/** All entries of a day against all who are reckoned to have noticed on such days: which days bring more is all they say. */
function byWeekday({ days }: Report, brief: Campaign['brief'], trade: TradeFigures): RateObservation[] {
  if (days.length === 0) return [];
  const daily = noticedADay(brief, trade);
  const open = daysOf(brief.period);
  return weekdays.map((weekday) => {
    const successes = days
      .filter(({ day }) => weekdayOf(day) === weekday)
      .reduce((sum, { entered }) => sum + entered, 0);
    const noticed = Math.round(daily * open.filter((day) => weekdayOf(day) === weekday).length);
    const trials = noticed === 0 ? 0 : Math.max(noticed, successes);
    return { rate: 'weekday', of: weekday, successes, trials, trialsAre: 'estimated' };
  });
}

/** What the store says of itself goes before what its trade is like. */
function noticedADay({ store, own = {} }: Campaign['brief'], { industries, media }: TradeFigures): number {
  const usual = industries.find(({ id }) => id === store.industry)?.weeklyVisits ?? 0;
  return ((own.weeklyVisits ?? usual) * media.exposurePct.mid) / 700;
}

function daysOf({ start, end }: Campaign['brief']['period']): string[] {
  const days: string[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) days.push(day);
  return days;
}
