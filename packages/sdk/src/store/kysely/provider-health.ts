import type { Kysely } from 'kysely';
import { parseRow } from '../../schema/parse.js';
import { providerHealthSchema } from '../../schema/provider-health.js';
import type { HealthRepository } from '../health-repository.js';
import { toJsonText, toValue } from './columns.js';
import type { Tables } from './tables.js';

export function createHealthRepository(db: Kysely<Tables>): HealthRepository {
  return {
    async save(health) {
      const at = new Date(health.at).toISOString(); // text that sorts as time does
      const row = { provider: health.provider, at, value: toJsonText(health) };
      await db
        .insertInto('providerHealth')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('provider').doUpdateSet(row).where('providerHealth.at', '<=', at),
        )
        .execute();
    },
    async list() {
      const rows = await db.selectFrom('providerHealth').select('value').orderBy('provider').execute();
      return rows.map((row) =>
        parseRow(providerHealthSchema, toValue(row, ['value'])['value'], 'provider health'),
      );
    },
  };
}
