import { checkHistory } from '../../../packages/sdk/dist/testing/history/check-history.js';
import { readAftermath } from './aftermath.mjs';
import { midst, openCampaign } from './campaign.mjs';
import { sendCrowd } from './crowd.mjs';
import { inFolder } from './in-folder.mjs';
import { aCrowd } from './people.mjs';
import { freePort, startServer } from './server.mjs';

/**
 * A crowd that comes at once to one campaign, on a server that is killed with SIGKILL in the middle and started again.
 * Judged by the checker, on what people were told and what the store holds in the end.
 *
 * @returns violations by promise, and figures
 */
export async function burst({ size, stock, kills, random, bug }) {
  return inFolder(async (folder) => {
    const { id, slug } = await openCampaign(folder, { stock });
    const port = await freePort();
    const options = { folder, port, clockOffsetMs: midst - Date.now(), bug };
    let server = await startServer(options);

    const killAt = killMoments({ kills, size, stock, random });
    let answers = 0;
    let restarting = Promise.resolve();
    const restart = async () => {
      await server.kill();
      server = await startServer(options);
    };
    const requests = aCrowd(size, random);
    const startedAt = performance.now();
    const operations = await sendCrowd({
      port,
      path: `/e/${slug}/entries`,
      requests,
      onAnswer() {
        answers += 1;
        if (answers !== killAt[0]) return;
        killAt.shift();
        restarting = restarting.then(restart);
      },
    });
    await restarting;
    const tookMs = performance.now() - startedAt;

    const repeats = await repeat({ port, slug, requests, operations });
    await server.stop();
    const aftermath = await readAftermath(folder, { campaignId: id, stock, repeats });
    const violations = checkHistory({ operations, aftermath });
    return { violations, figures: figuresOf(operations, aftermath, tookMs) };
  });
}

/** After so many answers; sooner rather than later, since the coupons go first. */
function killMoments({ kills, size, stock, random }) {
  const moments = Array.from({ length: kills }, () => 1 + Math.floor(random() ** 2 * (stock ?? size) * 0.9));
  return [...new Set(moments)].sort((a, b) => a - b);
}

/** Everybody who holds a receipt asks once more. */
async function repeat({ port, slug, requests, operations }) {
  const granted = new Set(operations.flatMap(({ key, answer }) => (answer?.receipt ? [key] : [])));
  const again = await sendCrowd({
    port,
    path: `/e/${slug}/entries`,
    requests: requests.filter(({ key }) => granted.has(key)),
  });
  return new Map(again.flatMap(({ key, answer }) => (answer ? [[key, answer.text ?? answer.kind]] : [])));
}

function figuresOf(operations, { entries }, tookMs) {
  const definite = operations.filter(({ answer }) => answer);
  return {
    answered: definite.length,
    lostAnswers: operations.length - definite.length,
    entries: entries.length,
    tookMs: Math.round(tookMs),
  };
}
