import { afterEach, beforeEach, describe, it } from 'vitest';
import type { Store } from '../store/store.js';
import { awardCases } from './store-cases/award-cases.js';
import { cacheCases } from './store-cases/cache-cases.js';
import { claimCases } from './store-cases/claim-cases.js';
import { couponCases } from './store-cases/coupon-cases.js';
import { drawListCases } from './store-cases/draw-list-cases.js';
import { effectCases } from './store-cases/effect-cases.js';
import { entryCases } from './store-cases/entry-cases.js';
import { guardCases } from './store-cases/guard-cases.js';
import { healthCases } from './store-cases/health-cases.js';
import { lessonCases } from './store-cases/lesson-cases.js';
import { personCases } from './store-cases/person-cases.js';
import { publicationCases } from './store-cases/publication-cases.js';
import { receiptCases } from './store-cases/receipt-cases.js';
import { recordCases } from './store-cases/record-cases.js';
import { runCases } from './store-cases/run-cases.js';
import { rushCases } from './store-cases/rush-cases.js';
import { stockCases } from './store-cases/stock-cases.js';
import type { StoreCase } from './store-cases/store-case.js';
import { voidCases } from './store-cases/void-cases.js';

/** Everything every store promises. */
export const storeCases: readonly StoreCase[] = [
  ...recordCases,
  ...lessonCases,
  ...publicationCases,
  ...entryCases,
  ...drawListCases,
  ...stockCases,
  ...receiptCases,
  ...couponCases,
  ...rushCases,
  ...personCases,
  ...runCases,
  ...effectCases,
  ...awardCases,
  ...claimCases,
  ...healthCases,
  ...cacheCases,
  ...guardCases,
  ...voidCases,
];

/** Runs the promises of a store, each on a fresh one from `open`. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    for (const { name: promise, check } of storeCases) {
      it(promise, () => check(store));
    }
  });
}
