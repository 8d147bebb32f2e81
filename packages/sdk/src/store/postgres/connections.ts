import type { Client, Pool } from 'pg';
import { connectionOptions, placeOf } from './connection-options.js';
import { loadDriver } from './driver.js';
import { makeDurable } from './durability.js';
import { toOpenError } from './to-store-error.js';

export interface Connections {
  readonly pool: Pool;
  /** One outside the pool. */
  connect(): Promise<Client>;
  /** Where they lead, for people. */
  readonly place: string;
}

/** Of one process, beside the one for its locks. A server has 100 unless told otherwise. */
const most = 8;

/** Nothing is connected yet; every connection is durable before anybody gets it. */
export async function openConnections(url: string): Promise<Connections> {
  const pg = await loadDriver();
  const options = connectionOptions(url, pg);
  const place = placeOf(url);
  const pool = new pg.Pool({ ...options, max: most, allowExitOnIdle: true, onConnect: makeDurable });
  // a connection that breaks between two statements: the next one is told, or gets another
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));

  return {
    pool,
    place,
    async connect() {
      const client = new pg.Client(options);
      client.on('error', ignore); // its end is heard of
      try {
        await client.connect();
        await makeDurable(client);
        return client;
      } catch (error) {
        await client.end().catch(ignore);
        throw toOpenError(error, place);
      }
    },
  };
}

function ignore(): void {
  // somebody else is told
}
