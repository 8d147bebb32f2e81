import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import type { Spending, SpentBefore } from '../spending.js';
import type { Tables } from './tables.js';

type Db = Transaction<Tables>;

/**
 * Takes what the entries of one campaign pay with, in order of arrival. The unique index on a challenge and the empty
 * column of a code decide who was first. Without a payment among them nothing is asked of the database.
 *
 * @returns those who paid with what was spent before
 */
export async function spend(
  trx: Db,
  entries: readonly SealedEntry[],
): Promise<ReadonlyMap<SealedEntry, SpentBefore>> {
  const paying = entries.filter(({ spends }) => spends !== undefined);
  if (paying.length === 0) return new Map();
  const withChallenge = await takeChallenges(trx, paying);
  const honest = paying.filter((entry) => !withChallenge.has(entry));
  return new Map([...withChallenge, ...(await takeCodes(trx, honest))]);
}

async function takeChallenges(
  trx: Db,
  entries: readonly SealedEntry[],
): Promise<Map<SealedEntry, SpentBefore>> {
  const rows = entries.flatMap(({ campaignId, spends }) =>
    spends?.challenge ? [{ campaignId, ...spends.challenge }] : [],
  );
  if (rows.length === 0) return new Map();
  const taken = await trx
    .insertInto('spentChallenge')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['campaignId', 'name']).doNothing())
    .returning('name')
    .execute();
  return rejected(entries, taken, ({ spends }) => spends?.challenge?.name, 'challenge');
}

async function takeCodes(trx: Db, entries: readonly SealedEntry[]): Promise<Map<SealedEntry, SpentBefore>> {
  const ids = entries.flatMap(({ spends }) => spends?.codeId ?? []);
  const [first] = entries;
  if (ids.length === 0 || !first) return new Map();
  const taken = await trx
    .updateTable('phoneCode')
    .set({ usedAt: first.receivedAt })
    .where('id', 'in', ids)
    .where('campaignId', '=', first.campaignId)
    .where('usedAt', 'is', null)
    .returning('id as name')
    .execute();
  return rejected(entries, taken, ({ spends }) => spends?.codeId, 'code');
}

/** The first in order of arrival has what was taken; whoever names the same after it is too late. */
function rejected(
  entries: readonly SealedEntry[],
  taken: readonly { readonly name: string }[],
  nameOf: (entry: SealedEntry) => string | undefined,
  what: SpentBefore,
): Map<SealedEntry, SpentBefore> {
  const free = new Set(taken.map(({ name }) => name));
  const late = entries.filter((entry) => {
    const name = nameOf(entry);
    return name !== undefined && !free.delete(name);
  });
  return new Map(late.map((entry) => [entry, what]));
}

/** @returns false when it had been spent before */
export async function takeChallenge(
  trx: Db,
  campaignId: string,
  challenge: Spending['challenge'],
): Promise<boolean> {
  if (!challenge) return true;
  const taken = await trx
    .insertInto('spentChallenge')
    .values({ campaignId, ...challenge })
    .onConflict((conflict) => conflict.columns(['campaignId', 'name']).doNothing())
    .returning('name')
    .executeTakeFirst();
  return taken !== undefined;
}
