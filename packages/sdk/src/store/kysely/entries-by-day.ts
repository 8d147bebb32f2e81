import { type Kysely, sql } from 'kysely';
import { dayOf } from '../../schema/seoul-time.js';
import type { DayCount } from '../entry-repository.js';
import type { Tables } from './tables.js';

/** Counted by the hour of UTC, in which they are written and which both databases can cut out; Seoul is whole hours away. */
export async function entriesByDay(db: Kysely<Tables>, campaignId: string): Promise<DayCount[]> {
  const hour = sql<string>`substr("receivedAt", 1, 13)`;
  const rows = await db
    .selectFrom('entry')
    .select([hour.as('hour'), sql<number>`count(*)`.as('entered')])
    .where('campaignId', '=', campaignId)
    .groupBy(hour)
    .orderBy(hour)
    .execute();
  const days = new Map<string, number>();
  for (const { hour, entered } of rows) {
    const day = dayOf(`${hour}:00:00Z`);
    days.set(day, (days.get(day) ?? 0) + Number(entered));
  }
  return Array.from(days, ([day, entered]) => ({ day, entered }));
}
