import { describeOnPostgres } from '../../testing/describe-on-postgres.js';
import { storeContract } from '../../testing/store-contract.js';
import { openPostgresStore } from './open-postgres-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');

describeOnPostgres('a store of many machines', ({ emptied }) => {
  storeContract('PostgreSQL', async () => openPostgresStore({ url: await emptied(), now }));
});
