import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Migration } from './migration.js';

export const runs: Migration = {
  no: 4,
  name: 'runs',
  async up(db) {
    await createRun(db);
    await createStep(db);
    await createEffect(db);
  },
};

const runStates = ['queued', 'running', 'waiting', 'parked', 'ended', 'failed', 'cancelled'];
const effectStates = ['intent', 'acked', 'rejected', 'not_sent', 'in_doubt', 'parked'];

const oneOf = (column: string, values: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(values.map((value) => sql.lit(value)))})`;

const atLeast = (column: string, least: number) => sql`${sql.ref(column)} >= ${sql.lit(least)}`;

async function createRun(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('input', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(oneOf('state', runStates)))
    .addColumn('fence', 'integer', (column) => column.notNull().check(atLeast('fence', 0)))
    .addColumn('priority', 'bigint', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('wakeAt', 'text')
    .addColumn('waitingFor', 'text')
    .addColumn('result', 'text')
    .addColumn('error', 'text')
    .execute();
  await db.schema.createIndex('runQueue').on('run').columns(['state', 'priority', 'createdAt']).execute();
}

async function createStep(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('step')
    .addColumn('runId', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull().check(atLeast('fence', 1)))
    .addColumn('recordedAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('stepKey', ['runId', 'key'])
    .execute();
}

async function createEffect(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('effect')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('runId', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('idempotency', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(oneOf('state', effectStates)))
    .addColumn('fence', 'integer', (column) => column.notNull().check(atLeast('fence', 1)))
    .addColumn('attempts', 'integer', (column) => column.notNull().check(atLeast('attempts', 1)))
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('clientRef', 'text', (column) => column.notNull())
    .addColumn('reservedKrw', 'bigint', (column) => column.notNull().check(atLeast('reservedKrw', 0)))
    .addColumn('settledKrw', 'bigint', (column) => column.notNull().check(atLeast('settledKrw', 0)))
    .addColumn('intentAt', 'text', (column) => column.notNull())
    .addColumn('settledAt', 'text')
    .addColumn('result', 'text')
    .addColumn('error', 'text')
    .addUniqueConstraint('effectKey', ['runId', 'key'])
    .execute();
}
