import { setTimeout as wait } from 'node:timers/promises';
import { checkHistory } from '../../../packages/sdk/dist/testing/history/check-history.js';
import { readAftermath } from './aftermath.mjs';
import { closing, openCampaign } from './campaign.mjs';
import { now, sendCrowd } from './crowd.mjs';
import { inFolder } from './in-folder.mjs';
import { aCrowd } from './people.mjs';
import { freePort, startServer } from './server.mjs';

const hourMs = 3_600_000;
/** True time from the first entry to the closing, and from there to the last. */
const beforeMs = 3_000;
const afterMs = 2_000;
/** The clock jumps this long before the closing. */
const jumpMs = 1_500;
const size = 500;
/**
 * What a steady clock promises: it is set and read in whole milliseconds, and a jump that may be a correction, as one of a
 * second may, it follows by half a millisecond a second.
 */
const precisionMs = 2 + (jumpMs + afterMs) * 0.0005;

/** People enter around the closing while the server's clock is put an hour on or back. The window must not move. */
export async function clockJumps({ random, bug }) {
  const found = [];
  for (const jump of [-hourMs, hourMs, -1_000, 1_000])
    found.push(...(await aroundClosing({ jump, random, bug })));
  return { violations: found };
}

async function aroundClosing({ jump, random, bug }) {
  return inFolder(async (folder) => {
    const { id, slug } = await openCampaign(folder);
    const port = await freePort();
    const right = closing - beforeMs - Date.now();
    const server = await startServer({ folder, port, clockOffsetMs: right, bug });
    const closesMs = closing - right;
    const jumping = wait(closesMs - jumpMs - now()).then(() => server.setClock(right + jump));

    const requests = aCrowd(size, random);
    const pauseMs = (closesMs + afterMs - now()) / size;
    const operations = await Promise.all(
      requests.map(async (request, no) => {
        await wait(no * pauseMs);
        return sendCrowd({ port, path: `/e/${slug}/entries`, requests: [request] });
      }),
    );
    await jumping;
    await server.stop();
    const aftermath = await readAftermath(folder, { campaignId: id });
    return checkHistory({
      operations: operations.flat(),
      aftermath,
      window: { opensMs: 0, closesMs, precisionMs },
    });
  });
}
