import { type ProviderParts, policyMaker } from './compose-providers.js';
import type { Knowledge } from './plan/knowledge.js';
import { seasonOf } from './plan/season.js';
import { createKmaForecast } from './providers/data-go-kr/kma-forecast.js';
import { createSemasDistrict } from './providers/data-go-kr/semas-district.js';
import { createTourFestivals } from './providers/data-go-kr/tour-festivals.js';
import { createNaverTrend } from './providers/naver-trend/naver-trend.js';
import type { TrendData } from './providers/trend-data.js';
import { placeOf } from './providers/trend-place.js';
import type { TrendSource } from './providers/trend-source.js';
import type { Brief } from './schema/brief.js';
import { dayOf } from './schema/seoul-time.js';
import type { StoreProfile } from './schema/store-profile.js';
import type { Trends } from './schema/trend.js';
import { createTrendWatch, type TrendWatch } from './trend-watch.js';

/** What of a store the sources of trends are asked by. */
export type TrendStore = Pick<StoreProfile, 'industry' | 'region' | 'location'>;

/** Who knows of trade, place and time. */
export interface TrendParts {
  readonly watch: TrendWatch;
  /** Asks about a store and a time. No name of a store leaves this machine. */
  of(
    subject: Pick<Brief, 'period'> & { readonly store: TrendStore },
    options?: { readonly toKeep?: boolean | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<Trends>;
}

interface Known {
  readonly data: TrendData;
  readonly knowledge: Knowledge;
}

export function composeTrends(parts: ProviderParts, { data, knowledge }: Known): TrendParts {
  const { now, elapsedMs } = parts;
  const watch = createTrendWatch({ sources: sourcesOf(parts, data), data: data.sources, elapsedMs });
  return {
    watch,
    of({ store, period }, options) {
      const at = now();
      const season = seasonOf({ period, store }, dayOf(at), knowledge)?.id;
      const place = placeOf(store, data.places);
      return watch.ask({ industry: store.industry, season, period, place, now: at }, options);
    },
  };
}

/** Those that have a key. */
function sourcesOf(parts: ProviderParts, { keywords, districts }: TrendData): TrendSource[] {
  const { naver, publicData } = parts.settings;
  const policy = policyMaker(parts);
  const sources: TrendSource[] = [];
  if (naver)
    sources.push(createNaverTrend({ ...parts, ...naver, keywords, policy: policy('naver', 'lookup') }));
  if (publicData) {
    const of = (name: string) => ({ ...parts, ...publicData, policy: policy(name, 'lookup') });
    sources.push(createKmaForecast(of('kma')));
    sources.push(createTourFestivals(of('tour')));
    sources.push(createSemasDistrict({ ...of('semas'), districts }));
  }
  return sources;
}
