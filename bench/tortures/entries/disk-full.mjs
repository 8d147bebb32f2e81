import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { loadDriver } from '../../../packages/sdk/dist/store/sqlite/driver.js';
import { checkHistory } from '../../../packages/sdk/dist/testing/history/check-history.js';
import { readAftermath } from './aftermath.mjs';
import { midst, openCampaign } from './campaign.mjs';
import { sendCrowd } from './crowd.mjs';
import { inFolder } from './in-folder.mjs';
import { aCrowd } from './people.mjs';
import { freePort, startServer } from './server.mjs';

const size = 4_000;
const diskMiB = 48;
/** What is free when the crowd comes. */
const freeMiB = 3;
/** So many are turned away before somebody clears the disk. */
const refusalsBeforeRelief = 300;

/**
 * A crowd on a disk that is full after a part of it. Nobody may be told more than "try again", nobody who was told of an
 * entry may lose it, and when there is room again the same process goes on.
 *
 * @returns violations and figures, or why it could not be tried
 */
export async function diskFull({ random }) {
  return inFolder(async (folder) => {
    const disk = `${folder}/data`;
    await mkdir(disk);
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMiB}m`, 'tmpfs', disk]);
    if (mount.status !== 0) return { violations: [], figures: 'not tried: a small disk needs root' };
    try {
      return await fill(folder, random);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
}

async function fill(folder, random) {
  const { id, slug } = await openCampaign(folder);
  const ballast = `${folder}/data/ballast`;
  const port = await freePort();
  const server = await startServer({ folder, port, clockOffsetMs: midst - Date.now() });
  await writeFile(ballast, Buffer.alloc(freeBytes(`${folder}/data`) - freeMiB * 2 ** 20));

  let refused = 0;
  const operations = await sendCrowd({
    port,
    path: `/e/${slug}/entries`,
    requests: aCrowd(size, random),
    onRefusal() {
      refused += 1;
      if (refused === refusalsBeforeRelief) void rm(ballast);
    },
  });
  await server.stop();
  const violations = checkHistory({ operations, aftermath: await readAftermath(folder, { campaignId: id }) });
  for (const { status } of operations.filter(({ answer }) => !answer)) {
    if (status !== 503) violations.push({ property: 'disk', what: `a full disk was answered ${status}` });
  }
  if (refused === 0) violations.push({ property: 'disk', what: 'the disk was never full' });
  if (!isSound(`${folder}/data/kt-event.db`))
    violations.push({ property: 'disk', what: 'the file is damaged' });
  return { violations, figures: { refused, answered: operations.length - refused } };
}

function freeBytes(path) {
  const { stdout } = spawnSync('df', ['--output=avail', '-B1', path], { encoding: 'utf8' });
  return Number(stdout.trim().split('\n').at(-1));
}

function isSound(path) {
  const database = new (loadDriver())(path, { readonly: true });
  const verdict = database.pragma('integrity_check', { simple: true });
  database.close();
  return verdict === 'ok';
}
