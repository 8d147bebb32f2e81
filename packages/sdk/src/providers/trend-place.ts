import type { StoreProfile } from '../schema/store-profile.js';
import type { TrendData } from './trend-data.js';

/** Where a store is, as far as is known. */
export interface Place {
  /** `서울`, `경기도 수원`: what the point is of. */
  readonly name: string;
  /** Code of the province. */
  readonly code: string;
  /** What of an address tells the district: `마포구`. */
  readonly district?: string | undefined;
  readonly lat: number;
  readonly lon: number;
  /** The store's own point, rather than a city hall. */
  readonly exact: boolean;
}

/** The narrowest place known for a store: its own point, else the city's, else the province's. */
export function placeOf(
  { region, location }: Pick<StoreProfile, 'region' | 'location'>,
  { provinces }: TrendData['places'],
): Place | undefined {
  const [first = '', second] = region.trim().split(/\s+/);
  const province = provinces.find(({ names }) => names.some((name) => first.startsWith(name)));
  if (!province) return undefined;
  const city = province.cities.find(({ name }) => second?.startsWith(name));
  const { code } = province;
  const { name, lat, lon } = city ?? province;
  const known = { code, district: second };
  if (location) return { ...known, name: second ? `${first} ${second}` : first, ...location, exact: true };
  return { ...known, name: city ? `${first} ${name}` : name, lat, lon, exact: false };
}
