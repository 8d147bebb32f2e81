import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { loadDriver } from '../../../packages/sdk/dist/store/sqlite/driver.js';
import { midst, openCampaign } from './campaign.mjs';
import { sendCrowd } from './crowd.mjs';
import { inFolder } from './in-folder.mjs';
import { aCrowd } from './people.mjs';
import { replayTrace } from './replay-trace.mjs';
import { freePort, startServer } from './server.mjs';

const size = 400;
/** A cut after each so many acknowledged entries. */
const cutEvery = 25;

/**
 * Takes entries while every write of the server is traced, and then cuts the power at many places of the trace: what was
 * written and not yet synced is gone. Whoever had an answer by then must still have their entry.
 *
 * @returns violations and figures, or why it could not be tried
 */
export async function powerCut({ random, bug }) {
  if (spawnSync('strace', ['-V']).status !== 0)
    return { violations: [], figures: 'not tried: strace is not here' };
  return inFolder(async (folder) => {
    const { slug } = await openCampaign(folder);
    await cp(`${folder}/data`, `${folder}/before`, { recursive: true });
    const log = `${folder}/trace`;
    const port = await freePort();
    const server = await startServer({ folder, port, clockOffsetMs: midst - Date.now(), bug }, tracer(log));
    await sendCrowd({ port, path: `/e/${slug}/entries`, requests: aCrowd(size, random) });
    await server.stop();
    return judge(folder, log);
  });
}

const tracer = (log) => ({
  execPath: 'strace',
  execArgv: [
    ...['-f', '-xx', '-s', '200000', '-o', log],
    ...['-e', 'trace=openat,close,pwrite64,ftruncate,fsync,fdatasync,write,writev'],
    process.execPath,
  ],
});

async function judge(folder, log) {
  const violations = [];
  const acknowledged = new Set();
  let cuts = 0;
  await replayTrace({
    log,
    folder: `${folder}/data`,
    before: `${folder}/before`,
    async onAnswer(entryId, image) {
      acknowledged.add(entryId);
      if (acknowledged.size % cutEvery !== 0) return;
      cuts += 1;
      const standing = await entriesOf(`${folder}/cut`, image);
      const lost = [...acknowledged].filter((id) => !standing.has(id));
      for (const id of lost)
        violations.push({ property: 'P2', what: `entry ${id} did not survive a power cut` });
    },
  });
  if (cuts === 0) violations.push({ property: 'power', what: 'no answer was seen in the trace' });
  return { violations, figures: { cuts, acknowledged: acknowledged.size } };
}

async function entriesOf(folder, image) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await image.save(folder);
  const database = new (loadDriver())(`${folder}/kt-event.db`);
  const rows = database.prepare('select id from entry').all();
  database.close();
  return new Set(rows.map(({ id }) => id));
}
