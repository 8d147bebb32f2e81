import type { koTrends, koTrendsHelp } from './ko-trends.js';

export const enTrends: typeof koTrends = {
  caches: {
    title: (days) => `Answered from memory (last ${days} days, every program on this data)`,
    plans: 'plans by models',
    trends: 'trends',
    unread: 'nothing was asked yet, so there is no rate',
    rate: (reads, hits, percent) => `${hits} of ${reads} (${percent} %)`,
    since: (when) => `· counted since ${when}`,
  },
  trends: {
    title: 'What is going on',
    name: {
      naver: 'Naver search trend',
      kma: 'Weather forecast (KMA)',
      tour: 'Festivals (KTO)',
      semas: 'Shops nearby (SEMAS)',
    },
    silence: {
      nothing: 'nothing to tell about this time and place',
      absent: 'not asked, there is no key',
      offline: 'not asked, working offline',
      no_place: 'not asked, the place of the store is not known (store.region, store.location)',
      too_far: 'no forecast reaches those days yet',
      late: 'did not answer in time; look again in a moment',
      failed: 'gave no answer',
      not_kept: 'left out of plans that are kept, as its terms demand',
    },
    origin: (source, date, level) =>
      `${source}, ${date}, ${{ high: 'reliable', medium: 'indicative', low: 'weak evidence' }[level]}`,
    quiet: (source, why, code) => `${source}: ${why}${code}`,
    practice: 'Some of this comes from stand-ins: it is no real weather and no real search.',
  },
};

export const enTrendsHelp: typeof koTrendsHelp = {
  bulk: 'asks for forecast, festivals and shops nearby for each row as well; no model is asked',
};
