import type { Kysely } from 'kysely';
import { type GuardKind, type GuardRepository, guardKindSchema } from '../guard-repository.js';
import type { Tables } from './tables.js';

export function createGuardRepository(db: Kysely<Tables>): GuardRepository {
  return {
    async count(campaignId, counts) {
      const rows = guardKindSchema.options.flatMap((kind) => {
        const count = counts[kind] ?? 0;
        return count > 0 ? [{ campaignId, kind, count }] : [];
      });
      if (rows.length === 0) return;
      await db
        .insertInto('guardCount')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['campaignId', 'kind'])
            .doUpdateSet(({ eb, ref }) => ({ count: eb('guardCount.count', '+', ref('excluded.count')) })),
        )
        .execute();
    },
    async tally(campaignId) {
      const [counts, budget] = await Promise.all([
        db.selectFrom('guardCount').select(['kind', 'count']).where('campaignId', '=', campaignId).execute(),
        db
          .selectFrom('codeBudget')
          .select(['sent', 'committedKrw'])
          .where('campaignId', '=', campaignId)
          .executeTakeFirst(),
      ]);
      const known = Object.fromEntries(counts.map(({ kind, count }) => [kind, Number(count)]));
      return {
        turnedAway: { ...nobody, ...known },
        codesSent: budget?.sent ?? 0,
        codesKrw: Number(budget?.committedKrw ?? 0),
      };
    },
    async totals() {
      const rows = await db
        .selectFrom('guardCount')
        .select(({ fn }) => ['kind', fn.sum<number | string>('count').as('count')])
        .groupBy('kind')
        .execute();
      return { ...nobody, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)])) };
    },
    async forgetExpired(now) {
      const { numDeletedRows } = await db
        .deleteFrom('spentChallenge')
        .where('expiresAt', '<', now)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

const nobody: Readonly<Record<GuardKind, number>> = {
  challenge: 0,
  honeypot: 0,
  limit: 0,
  code: 0,
  code_limit: 0,
  code_budget: 0,
};
