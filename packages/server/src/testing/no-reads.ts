import type { CacheRates } from '@kt-event/sdk';

const none = { reads: 0, hits: 0, hitRate: null, since: null, until: null };

/** What is told of caches that nobody has asked. */
export const noReads: CacheRates = { days: 7, plans: none, trends: { ...none, sources: [] } };
