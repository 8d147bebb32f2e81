import { expect, it } from 'vitest';
import { describeOnPostgres } from '../../testing/describe-on-postgres.js';
import { aCampaign, aCampaignId, anInstant, aSealedEntry } from '../../testing/fixtures.js';
import { runSql } from '../../testing/postgres-server.js';
import { createStore } from '../kysely/create-store.js';
import { migrate, migrations } from '../migrations/migrate.js';
import { createAdvisoryLocks } from './advisory-locks.js';
import { binaryText } from './binary-text.js';
import { openConnections } from './connections.js';
import { openPostgresStore, queryThrough } from './open-postgres-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');
const lastBeforeOneRow = 17;

/** A campaign whose tables are as an earlier version has left them. */
async function openAsBefore(url: string): Promise<void> {
  const { pool, connect, place } = await openConnections(url);
  const db = queryThrough(pool, place);
  const known = migrations.filter(({ no }) => no <= lastBeforeOneRow);
  await migrate(db.withPlugin(binaryText()), 'postgres', known);
  const store = createStore({ db, locks: createAdvisoryLocks({ connect }), now, scrub: '' });
  await store.campaigns.add(aCampaign());
  await store.close();
}

async function enterAsBefore(url: string, no: number, { remembered }: { remembered: boolean }) {
  const { id, blindIndex } = aSealedEntry(no);
  await runSql(
    url,
    `insert into "entry" ("id", "campaignId", "seq", "weight", "visited", "marketingConsent", "ownerTag", "receivedAt",
      "sealedName", "sealedPhone", "sealedSalt", "keyVersion", "requestHash")
    values ('${id}', '${aCampaignId}', ${no}, 1, 0, 0, '', '${anInstant}', 'n', 'p', 's', 1, '')`,
  );
  if (!remembered) return;
  await runSql(
    url,
    `insert into "participant" values ('${aCampaignId}', '${blindIndex}', '${id}', '${anInstant}')`,
  );
}

/** One phone that is remembered and one that is forgotten, and what the campaign counted of them. */
async function fillAsBefore(url: string): Promise<void> {
  await enterAsBefore(url, 1, { remembered: true });
  await enterAsBefore(url, 2, { remembered: false });
  await runSql(
    url,
    `insert into "entryTally" ("campaignId", "accepted", "duplicates", "refused", "visitors", "marketingConsents",
      "granted") values ('${aCampaignId}', 2, 0, 0, 0, 0, 0)`,
  );
}

describeOnPostgres('migrations, on PostgreSQL', ({ newSchema }) => {
  it('take phones over from rows of their own, also those whose entry is forgotten', async () => {
    const url = await newSchema();
    await openAsBefore(url);
    await fillAsBefore(url);
    const store = await openPostgresStore({ url, now });

    const outcomes = await store.entries.add(
      [1, 2].map((no) => aSealedEntry(no + 10, { blindIndex: aSealedEntry(no).blindIndex })),
    );

    expect(outcomes).toMatchObject([
      { kind: 'duplicate', enteredAt: anInstant },
      { kind: 'created', entry: { seq: 3 } },
    ]);
    expect(await store.persons.find(aCampaignId, aSealedEntry(1).blindIndex)).toBe(aSealedEntry(1).id);
    await store.close();
  });
});
