import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createGotHttp } from '../../packages/sdk/dist/http/got-http.js';
import { noonMs, openWorld } from '../tortures/faults-world.mjs';

const standIn = fileURLToPath(new URL('fan-out-stand-in.mjs', import.meta.url));

/**
 * Distributes against fresh stand-ins in a process of their own, and keeps book of the time each provider's calls took
 * on the network and of the moment each channel was done. Instagram takes 100 posts a day: one desk is for so many.
 */
export async function atDesk({ latencies, deaf }, work) {
  const outside = fork(standIn, { execArgv: ['--no-warnings'] });
  const [{ environment, pictureUrl }] = await once(outside, 'message');
  outside.send({ latencies, deaf });
  await once(outside, 'message');
  const book = createBook();
  const world = await openWorld({
    environment,
    pictureUrl,
    now: () => new Date(noonMs),
    sleep: wait,
    random: Math.random,
    saved: book.saved,
    http: book.timing(createGotHttp()),
  });
  try {
    return await work({ world, book });
  } finally {
    await world.close();
    outside.send({});
    await once(outside, 'exit');
  }
}

function createBook() {
  const network = new Map();
  let onSaved = () => {};
  return {
    saved: (no, publication) => onSaved(no, publication),
    whenSaved(listener) {
      onSaved = listener;
    },
    /** What the calls of each client took since the last time. */
    takeNetwork() {
      const rows = [...network].map(([client, row]) => ({ client, ...row }));
      network.clear();
      return rows;
    },
    timing: (http) => async (request, signal) => {
      const startedAt = performance.now();
      try {
        return await http(request, signal);
      } finally {
        const { calls = 0, ms = 0 } = network.get(clientOf(request)) ?? {};
        network.set(clientOf(request), { calls: calls + 1, ms: ms + performance.now() - startedAt });
      }
    },
  };
}

/** Three channels are KT's; each has calls of its own. */
const clientOf = ({ provider, json }) => (provider === 'kt' ? `kt ${json?.channel}` : provider);

function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => reject(signal.reason, clearTimeout(timer)), { once: true });
  });
}
