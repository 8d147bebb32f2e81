import { expect, it } from 'vitest';
import { describeOnPostgres } from '../../testing/describe-on-postgres.js';
import { attacks, standing, withEverything } from '../../testing/kept-rows.js';
import { readSql, runSql } from '../../testing/postgres-server.js';
import { openPostgresStore } from './open-postgres-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');

const conflicts = [
  ...standing.map((table) => `truncate "${table}" cascade`),
  `insert into "draw" select "campaignId", 'committed', '{}', null from "draw"
    on conflict ("campaignId") do update set "commitment" = excluded."commitment"`,
  `insert into "drawVoid" select "campaignId", '', '{}' from "drawVoid"
    on conflict ("campaignId") do update set "value" = excluded."value"`,
  `insert into "auditHead" select "campaignId", "no", '{}' from "auditHead"
    on conflict ("campaignId", "no") do update set "head" = excluded."head"`,
  `insert into "award" select * from "award" where "no" = 1
    on conflict ("campaignId", "no") do update set "entryId" = 'x'`,
  `insert into "award" select * from "award" where "no" = 1
    on conflict ("campaignId", "entryId") do update set "tokenHash" = 'x'`,
];

describeOnPostgres('rows that bind the organiser, on PostgreSQL', ({ newSchema }) => {
  it('stay as they are, whatever is tried', async () => {
    const url = await newSchema();
    const store = await openPostgresStore({ url, now });
    await withEverything(store);
    await store.close();
    const rows = () =>
      Promise.all(standing.map((table) => readSql(url, `select * from "${table}" order by 1, 2`)));
    const before = await rows();

    const passed: string[] = [];
    for (const statement of [...attacks, ...conflicts]) {
      await runSql(url, statement).then(
        () => passed.push(statement),
        () => undefined,
      );
    }

    expect(before.every(({ length }) => length > 0)).toBe(true);
    expect(await rows()).toEqual(before);
    expect(passed).toEqual([]);
    await runSql(url, `drop trigger "awardIsKept" on "award"; delete from "award" where "no" = 3`);
    expect(await rows()).not.toEqual(before); // the triggers are what stood in the way
  });
});
