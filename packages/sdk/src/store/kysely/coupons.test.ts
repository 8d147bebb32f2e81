import type BetterSqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { couponCases } from '../../testing/store-cases/coupon-cases.js';
import type { CouponRepository } from '../coupon-repository.js';
import { migrate } from '../migrations/migrate.js';
import { loadDriver } from '../sqlite/driver.js';
import { createMemoryLocks } from '../sqlite/memory-locks.js';
import { createSqliteDialect } from '../sqlite/sqlite-dialect.js';
import { createStore } from './create-store.js';
import type { Tables } from './tables.js';

const Database = loadDriver();
const now = () => new Date('2026-12-05T03:00:00Z');

type Spoil = (coupons: CouponRepository, database: BetterSqlite.Database) => CouponRepository;

/** Names of the promises about coupons that a repository breaks. */
async function broken(spoil: Spoil): Promise<string[]> {
  const names: string[] = [];
  for (const { name, check } of couponCases) {
    const database = new Database(':memory:');
    database.pragma('foreign_keys = ON');
    const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
    await migrate(db, 'sqlite');
    const store = createStore({ db, locks: createMemoryLocks(), now, scrub: 'select 1' });
    await check({ ...store, coupons: spoil(store.coupons, database) }).catch(() => names.push(name));
    await store.close();
  }
  return names;
}

describe('the promises about coupons', () => {
  it('are kept', async () => {
    expect(await broken((coupons) => coupons)).toEqual([]);
  });

  it('notice a stock that is read first and written later', async () => {
    const names = await broken((coupons, database) => ({
      ...coupons,
      async giveBack(campaignId, { issuedUntil }) {
        const late = (await coupons.list(campaignId)).filter(
          ({ issuedAt, end }) => issuedAt <= issuedUntil && !end,
        );
        const add = 'update entryTally set remaining = min(stock, remaining + ?), returned = returned + ?';
        database.prepare(add).run(late.length, late.length);
        return late.length;
      },
    }));

    expect(names).toContain('gives back only what was held for too long, and each piece once');
  });

  it('notice a coupon that is used without asking in which state it is', async () => {
    const names = await broken((coupons) => ({
      ...coupons,
      async redeem(campaignId, couponNo, when) {
        const { kind, ...done } = await coupons.redeem(campaignId, couponNo, when);
        if (!('coupon' in done) || !done.coupon) return { kind: 'unknown' };
        return { kind: 'redeemed', coupon: done.coupon };
      },
    }));

    expect(names).toContain('marks a coupon used once and then tells when that was');
    expect(names).toContain('gives one success to fifty who use a coupon at once');
  });

  it('notice a number that is given again', async () => {
    const names = await broken((coupons, database) => ({
      ...coupons,
      async giveBack(campaignId, when) {
        const count = await coupons.giveBack(campaignId, when);
        database.prepare('update entryTally set returned = 0').run();
        return count;
      },
    }));

    expect(names).toContain('gives what came back to the next person under a new number');
  });
});
