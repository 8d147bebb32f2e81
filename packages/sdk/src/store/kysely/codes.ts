import type { Kysely, Transaction } from 'kysely';
import type { CodeCaps, CodeGrant, CodeRepository, CodeRequest } from '../code-repository.js';
import { takeChallenge } from './spend.js';
import type { Tables } from './tables.js';

type Db = Transaction<Tables>;

export function createCodeRepository(db: Kysely<Tables>): CodeRepository {
  return {
    reserve: (request, caps, challenge) =>
      db.transaction().execute(async (trx) => {
        const free = await takeChallenge(trx, request.campaignId, challenge);
        return free ? reserve(trx, request, caps) : { kind: 'spent' };
      }),
    refund: (codeId) => db.transaction().execute((trx) => refund(trx, codeId)),
    async tryNewest({ campaignId, phoneIndex, at }, maxTries) {
      const newest = db
        .selectFrom('phoneCode')
        .select('id')
        .where('campaignId', '=', campaignId)
        .where('phoneIndex', '=', phoneIndex)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(1);
      return db
        .updateTable('phoneCode')
        .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
        .where('id', '=', newest)
        .where('tries', '<', maxTries)
        .where('expiresAt', '>', at)
        .where('usedAt', 'is', null)
        .returning(['id', 'codeHash'])
        .executeTakeFirst();
    },
    forgetAskedUntil: (at) => forgetAskedUntil(db, at),
  };
}

async function forgetAskedUntil(db: Kysely<Tables>, at: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('phoneCode').where('at', '<=', at).executeTakeFirst();
  return Number(numDeletedRows);
}

async function reserve(trx: Db, request: CodeRequest, caps: CodeCaps): Promise<CodeGrant> {
  const { campaignId, priceKrw } = request;
  await lockBudget(trx, campaignId, caps);
  const since = new Date(Date.parse(request.at) - caps.windowMs).toISOString();
  await forgetAskedUntil(trx, since);
  const until = await firstRoom(trx, request, caps);
  if (until !== undefined) return { kind: 'too_many', until };
  const paid = await trx
    .updateTable('codeBudget')
    .set(({ eb }) => ({ sent: eb('sent', '+', 1), committedKrw: eb('committedKrw', '+', priceKrw) }))
    .where('campaignId', '=', campaignId)
    .where(({ eb }) => eb(eb('committedKrw', '+', priceKrw), '<=', caps.budgetKrw))
    .returning('sent')
    .executeTakeFirst();
  if (!paid) return { kind: 'no_budget', budgetKrw: caps.budgetKrw };
  await trx
    .insertInto('phoneCode')
    .values({ ...request, tries: 0, usedAt: null })
    .execute();
  return { kind: 'granted' };
}

/** Makes sure that there is a row, and locks it: of two who ask at once, the second sees what the first was given. */
async function lockBudget(trx: Db, campaignId: string, { budgetKrw: capKrw }: CodeCaps): Promise<void> {
  await trx
    .insertInto('codeBudget')
    .values({ campaignId, sent: 0, committedKrw: 0, capKrw })
    .onConflict((conflict) =>
      conflict.column('campaignId').doUpdateSet(({ eb, ref }) => ({
        capKrw: eb
          .case()
          .when('codeBudget.committedKrw', '<=', capKrw)
          .then(capKrw)
          .else(ref('codeBudget.capKrw'))
          .end(),
      })),
    )
    .execute();
}

/** When the oldest code of a full window leaves it. Windows that are not full have room now. */
async function firstRoom(
  trx: Db,
  { campaignId, phoneIndex, clientIndex }: CodeRequest,
  { perPhone, perClient, windowMs }: CodeCaps,
): Promise<string | undefined> {
  const codes = trx.selectFrom('phoneCode').select('at').orderBy('at', 'desc');
  const ofPhone = codes.where('campaignId', '=', campaignId).where('phoneIndex', '=', phoneIndex);
  const ofClient = codes.where('clientIndex', '=', clientIndex);
  const full = [
    await ofPhone
      .offset(perPhone - 1)
      .limit(1)
      .executeTakeFirst(),
    await ofClient
      .offset(perClient - 1)
      .limit(1)
      .executeTakeFirst(),
  ].flatMap((row) => (row ? [Date.parse(row.at) + windowMs] : []));
  return full.length === 0 ? undefined : new Date(Math.max(...full)).toISOString();
}

async function refund(trx: Db, codeId: string): Promise<void> {
  const sent = await trx
    .updateTable('phoneCode')
    .set({ codeHash: '', expiresAt: '' })
    .where('id', '=', codeId)
    .where('codeHash', '!=', '')
    .returning(['campaignId', 'priceKrw'])
    .executeTakeFirst();
  if (!sent) return;
  const { campaignId, priceKrw } = sent;
  await trx
    .updateTable('codeBudget')
    .set(({ eb }) => ({ sent: eb('sent', '-', 1), committedKrw: eb('committedKrw', '-', priceKrw) }))
    .where('campaignId', '=', campaignId)
    .execute();
}
