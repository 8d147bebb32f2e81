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
};
