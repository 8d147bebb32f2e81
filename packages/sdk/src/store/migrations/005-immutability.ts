import { type RawBuilder, sql } from 'kysely';
import type { Engine, Migration } from './migration.js';

/** What the database itself refuses, whoever asks: forgetting a draw, changing its hashes, editing the audit chain. */
export const immutability: Migration = {
  no: 5,
  name: 'immutability',
  async up(db, engine) {
    for (const trigger of triggers[engine]) await trigger.execute(db);
  },
};

const triggers: Record<Engine, RawBuilder<unknown>[]> = {
  sqlite: [
    sql`create trigger "drawIsKept" before delete on "draw"
        begin select raise(abort, 'a draw is never deleted'); end`,
    sql`create trigger "drawIsFixed" before update on "draw"
        when new."campaignId" is not old."campaignId"
          or new."commitment" is not old."commitment"
          or (old."state" = 'drawn' and (new."state" is not old."state" or new."transcript" is not old."transcript"))
        begin select raise(abort, 'a draw is never changed'); end`,
    sql`create trigger "auditIsKept" before delete on "audit"
        begin select raise(abort, 'an audit record is never deleted'); end`,
    sql`create trigger "auditIsFixed" before update on "audit"
        begin select raise(abort, 'an audit record is never changed'); end`,
  ],
  postgres: [
    sql`create function "refuseChange"() returns trigger language plpgsql as $$
        begin raise exception '%', tg_argv[0]; end $$`,
    sql`create trigger "drawIsKept" before delete on "draw"
        for each row execute function "refuseChange"('a draw is never deleted')`,
    sql`create trigger "drawIsFixed" before update on "draw" for each row
        when (new."campaignId" is distinct from old."campaignId"
          or new."commitment" is distinct from old."commitment"
          or (old."state" = 'drawn' and (new."state" is distinct from old."state"
            or new."transcript" is distinct from old."transcript")))
        execute function "refuseChange"('a draw is never changed')`,
    sql`create trigger "auditIsKept" before delete on "audit"
        for each row execute function "refuseChange"('an audit record is never deleted')`,
    sql`create trigger "auditIsFixed" before update on "audit"
        for each row execute function "refuseChange"('an audit record is never changed')`,
    // what empties a table fires no trigger of its rows
    sql`create trigger "drawsAreKept" before truncate on "draw"
        for each statement execute function "refuseChange"('a draw is never deleted')`,
    sql`create trigger "auditsAreKept" before truncate on "audit"
        for each statement execute function "refuseChange"('an audit record is never deleted')`,
  ],
};
