import { findPostgres } from '../../../packages/sdk/dist/testing/postgres-server.js';

/** A database of its own on the server that tests use, gone afterwards. */
export async function withDatabase(work) {
  const { server } = await findPostgres();
  if (!server) throw new Error('no PostgreSQL: start one, or set KT_EVENT_TEST_DATABASE_URL');
  const database = await server.createDatabase();
  try {
    return await work(database.url);
  } finally {
    await database.drop();
  }
}
