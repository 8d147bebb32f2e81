// One server of the torture: opens the toolkit on a folder, takes entries on a port, and is killed at any moment of it.
import { randomUUID } from 'node:crypto';
import { openClient } from '../../../packages/sdk/dist/client.js';
import { createSteadyClock } from '../../../packages/sdk/dist/steady-clock.js';
import { loadDriver } from '../../../packages/sdk/dist/store/sqlite/driver.js';
import { openSqliteStore } from '../../../packages/sdk/dist/store/sqlite/open-sqlite-store.js';
import { openServer } from '../../../packages/server/dist/index.js';
import { withBug, withoutSync } from './seeded-bugs.mjs';

/** The crowd is one machine; limits for one address are another test's matter. */
const noLimit = 1e9;

process.once('message', async ({ folder, port, clockOffsetMs, bug }) => {
  let offsetMs = clockOffsetMs;
  const wallMs = () => Date.now() + offsetMs; // the system's clock, which the torture sets
  const now = bug === 'the clock of the wall' ? () => new Date(wallMs()) : createSteadyClock({ wallMs });
  if (bug === 'commits that are not synced') withoutSync(loadDriver());
  const ktEvent = await openClient(
    {
      folder: `${folder}/data`,
      output: `${folder}/out`,
      now,
      entryThread: bug === undefined, // as a server has it; a bug sits in the store of this thread
    },
    async (options) => withBug(bug, await openSqliteStore(options)),
  );
  process.on('message', async (message) => {
    if (message.clockOffsetMs !== undefined) offsetMs = message.clockOffsetMs;
    if (message.stop) {
      await server.close();
      await ktEvent.close();
      process.exit(0);
    }
  });
  const server = await openServer({
    ktEvent,
    newId: randomUUID,
    port,
    entriesPerMinute: noLimit,
    requestsPerMinute: noLimit,
    now,
  });
  process.send({ url: server.url });
});
