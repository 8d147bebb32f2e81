import type { KtEvent } from '@kt-event/sdk';
import { createAuditRound } from './audit-round.js';
import { type CacheRoundOptions, createCacheRound } from './cache-round.js';
import { type ConsentRoundOptions, createConsentRound } from './consent-round.js';
import { createErasureRound, type ErasureRoundOptions } from './erasure-round.js';
import { createForgetRound, type ForgetRoundOptions } from './forget-round.js';
import { createLogRound } from './log-round.js';
import { createNewsRound, type NewsRoundOptions } from './news-round.js';

export interface RoundsOptions extends NewsRoundOptions {
  readonly ktEvent: NewsRoundOptions['ktEvent'] &
    ErasureRoundOptions['ktEvent'] &
    ForgetRoundOptions['ktEvent'] &
    CacheRoundOptions['ktEvent'] &
    ConsentRoundOptions['ktEvent'] &
    Pick<KtEvent, 'signLogHeads' | 'signAuditHeads'>;
}

/** What is looked after now and then, by name. Each keeps its own pace, so all of them can be called at every look. */
export function createRounds(options: RoundsOptions): Readonly<Record<string, () => Promise<void>>> {
  return {
    news: createNewsRound(options),
    logs: createLogRound(options),
    audits: createAuditRound(options),
    erasure: createErasureRound(options),
    forgetting: createForgetRound(options),
    caches: createCacheRound(options),
    consents: createConsentRound(options),
  };
}
