import type { ClientBase } from 'pg';
import { StoreError } from '../../errors/index.js';

/**
 * What every connection has. `synchronous_commit`: a commit is on disk before it returns. The isolation is the one the
 * repositories are written for. A writer waits for another, and a process that stopped in the middle of a transaction
 * is thrown out of it, so that it does not stop the others; one whose machine is gone is noticed within half a minute.
 * Source: postgresql.org/docs/15/runtime-config-client.html and runtime-config-connection.html.
 */
const settings = {
  default_transaction_isolation: 'read committed',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '10s',
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
};

/** What a commit that returned has promised: on this server's disk, and with `remote_apply` on the others' as well. */
const durable = ['on', 'remote_apply'];

/** The part of a connection that settings go through. */
export type Session = Pick<ClientBase, 'query'>;

/**
 * Sets a connection up so that what is committed survives a power cut. It happens on every connection of the pool: a
 * role or a database may say otherwise.
 *
 * @throws StoreError `STORE_011` when the server does not take the settings, or could not keep the promise.
 */
export async function makeDurable(session: Session): Promise<void> {
  const { rows } = await session.query<Record<string, string | null>>(setUp, [
    Object.keys(settings),
    Object.values(settings),
  ]);
  const {
    synchronous_commit = null,
    fsync = null,
    server_encoding = null,
    transaction_read_only = null,
    search_path = null,
  } = rows[0] ?? {};
  require({ synchronous_commit }, durable);
  require({ fsync }, ['on']);
  require({ server_encoding }, ['UTF8']);
  require({ transaction_read_only }, ['off']);
  if (search_path === null) throw new StoreError('STORE_011', { setting: 'search_path', value: '' });
}

const setUp = `
  select set_config('synchronous_commit',
      case current_setting('synchronous_commit') when 'remote_apply' then 'remote_apply' else 'on' end, false)
      as "synchronous_commit",
    current_setting('fsync') as "fsync",
    current_setting('server_encoding') as "server_encoding",
    current_setting('transaction_read_only') as "transaction_read_only",
    current_schema() as "search_path",
    (select count(set_config(name, value, false)) from unnest($1::text[], $2::text[]) as wanted (name, value))`;

function require(read: Readonly<Record<string, string | null>>, wanted: readonly string[]): void {
  for (const [setting, value] of Object.entries(read)) {
    if (value === null || !wanted.includes(value)) {
      throw new StoreError('STORE_011', { setting, value: value ?? '' });
    }
  }
}
