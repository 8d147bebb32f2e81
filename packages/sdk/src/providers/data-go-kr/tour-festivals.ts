import { z } from 'zod';
import { cleanName } from '../../schema/clean-text.js';
import { dayOf } from '../../schema/seoul-time.js';
import type { TrendStatement } from '../../schema/trend.js';
import type { Place } from '../trend-place.js';
import type { TrendQuestion, TrendSource } from '../trend-source.js';
import { askPublicData, countSchema, oneOrMany, type PublicDataOptions } from './public-data.js';
import { dayText } from './weather-days.js';

const path = 'B551011/KorService2/searchFestival2';
const rowsOfPage = 100;
/** A province has fewer than this at any time; a count that grows from page to page ends here. */
const mostPages = 5;
/** The nearest few; a plan is no calendar. */
const mostTold = 3;

const compactDay = z
  .string()
  .regex(/^\d{8}$/)
  .transform((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);

const festivalSchema = z.object({
  contentid: z.coerce.string(),
  title: z.string(),
  addr1: z.string().catch(''),
  eventstartdate: compactDay,
  eventenddate: compactDay,
});
type Row = z.output<typeof festivalSchema>;
const bodySchema = z.object({ items: oneOrMany(festivalSchema), totalCount: countSchema });

interface Festival {
  readonly name: string;
  readonly district: string;
  readonly start: string;
  readonly end: string;
}

/** Festivals of the Korea Tourism Organization in the store's province while the event runs. */
export function createTourFestivals(options: PublicDataOptions): TrendSource {
  const { mode } = options;
  return {
    id: 'tour',
    mode,
    storable: true,
    blindTo: ({ place }) => (place ? undefined : 'no_place'),
    async tell(question, remember) {
      const { place, now } = question;
      if (!place) return [];
      const today = dayOf(now);
      const all = await remember(`${place.code} ${today}`, (signal) =>
        festivalsFrom(options, { today, code: place.code }, signal),
      );
      return nearest(all, question, place).map((one) => ({ ...toStatement(one, place, today), mode }));
    },
  };
}

interface Where {
  readonly today: string;
  readonly code: string;
}

async function festivalsFrom(
  options: PublicDataOptions,
  { today, code }: Where,
  signal: AbortSignal,
): Promise<Festival[]> {
  const rows = new Map<string, Row>();
  for (let page = 1; page <= mostPages; page += 1) {
    const query = {
      MobileOS: 'ETC',
      MobileApp: 'kt-event',
      _type: 'json',
      eventStartDate: today.replaceAll('-', ''),
      lDongRegnCd: code,
      arrange: 'A',
      numOfRows: String(rowsOfPage),
      pageNo: String(page),
    };
    const body = await askPublicData(options, { provider: 'tour', path, query, schema: bodySchema }, signal);
    for (const row of body?.items ?? []) rows.set(row.contentid, row);
    if (!body || body.items.length < rowsOfPage || rows.size >= body.totalCount) break;
  }
  return [...rows.values()].flatMap((row) => toFestival(row) ?? []);
}

/** Whatever others wrote ends here: a name that cannot be quoted is no festival. */
function toFestival({ title, addr1, eventstartdate: start, eventenddate: end }: Row): Festival | undefined {
  const name = cleanName(title);
  if (!name || end < start) return undefined;
  return { name, district: cleanName(addr1.trim().split(/\s+/)[1] ?? '') ?? '', start, end };
}

function nearest(all: readonly Festival[], { period }: TrendQuestion, place: Place): Festival[] {
  return all
    .filter(({ start, end }) => start <= period.end && end >= period.start)
    .sort((one, other) => rank(one, place) - rank(other, place) || compare(one, other))
    .slice(0, mostTold);
}

const rank = ({ district }: Festival, place: Place) => (isNear(district, place) ? 0 : 1);
const compare = (one: Festival, other: Festival) =>
  one.start.localeCompare(other.start) || one.name.localeCompare(other.name);

const isNear = (district: string, place: Place) =>
  district !== '' && place.district !== undefined && district === place.district;

function toStatement(
  { name, district, start, end }: Festival,
  place: Place,
  today: string,
): Omit<TrendStatement, 'mode'> {
  const near = isNear(district, place);
  const where = near ? '같은 지역' : district || place.name;
  return {
    kind: 'festival',
    text: `‘${name}’이(가) ${dayText(start)}~${dayText(end)} 열립니다 (${where})`,
    source: '한국관광공사 TourAPI',
    date: today,
    confidence: near ? 'high' : 'low',
  };
}
