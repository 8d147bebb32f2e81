import type { Client } from 'pg';
import type { RunLocks } from '../run-locks.js';
import { toStoreError } from './to-store-error.js';

export interface AdvisoryLocksDeps {
  /** A connection for the locks alone, ready to use. */
  readonly connect: () => Promise<Client>;
}

/**
 * Locks of the database, all on one connection that does nothing else: the server lets go of them when the connection
 * ends, and the operating system ends it with the process. The name of the schema is part of a lock, since the
 * database keeps the locks of all its schemas together.
 *
 * When the connection breaks while the process lives, its runs are free as well. What it still writes is refused by
 * the fence as soon as somebody has taken them.
 */
export function createAdvisoryLocks({ connect }: AdvisoryLocksDeps): RunLocks {
  const held = new Set<string>();
  let session: Promise<Client> | undefined;

  async function open(): Promise<Client> {
    const client = await connect();
    client.on('end', forget);
    return client;
  }

  function forget(): void {
    held.clear();
    session = undefined;
  }

  function openOnce(): Promise<Client> {
    session ??= open().catch((error) => {
      session = undefined;
      throw error;
    });
    return session;
  }

  async function ask(statement: string, runId: string): Promise<boolean> {
    const client = await openOnce();
    const { rows } = await client.query<{ done: boolean }>(statement, [runId]).catch((error) => {
      throw toStoreError(error);
    });
    return rows[0]?.done === true;
  }

  async function lock(runId: string): Promise<boolean> {
    try {
      return await ask(take, runId);
    } catch (error) {
      held.delete(runId);
      throw error;
    }
  }

  return {
    async acquire(runId) {
      if (held.has(runId)) return false; // the server would give the same session the same lock again
      held.add(runId);
      const ours = await lock(runId);
      if (!ours) held.delete(runId);
      return ours;
    },
    async release(runId) {
      if (held.delete(runId)) await ask(letGo, runId);
    },
    async releaseAll() {
      const open = session;
      forget();
      await (await open?.catch(() => undefined))?.end();
    },
  };
}

const key = `hashtextextended(current_schema() || '/run/' || $1, 0)`;
const take = `select pg_try_advisory_lock(${key}) as done`;
const letGo = `select pg_advisory_unlock(${key}) as done`;
