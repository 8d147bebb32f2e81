import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGotHttp, createKtEvent } from '../../packages/sdk/dist/index.js';
import { aBrief } from '../../packages/sdk/dist/testing/fixtures.js';

const standIn = fileURLToPath(new URL('plan-stand-in.mjs', import.meta.url));
const now = () => new Date('2026-11-23T10:00:00+09:00');

/** Another question each time, so that none is answered from memory. */
export const briefOf = (no) => ({ ...aBrief(), name: `겨울 이벤트 ${no}` });

/** A client whose models answer as `faults` says, with a book of the calls that were under way. */
export async function atPlanDesk(faults, work) {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-bench-plan-'));
  const models = fork(standIn, { execArgv: ['--no-warnings'] });
  const [{ environment }] = await once(models, 'message');
  models.send({ faults });
  await once(models, 'message');
  const book = createBook(createGotHttp());
  const ktEvent = await createKtEvent({ folder, output: folder, environment, now, http: book.http });
  try {
    return await work({ ktEvent, book });
  } finally {
    await ktEvent.close();
    models.send({});
    await once(models, 'exit');
    await rm(folder, { recursive: true });
  }
}

/** What was asked, so that a bare client can ask the same, and how many asked at once. */
function createBook(network) {
  let under = 0;
  const book = {
    most: 0,
    requests: [],
    async http(request, signal) {
      under += 1;
      book.most = Math.max(book.most, under);
      book.requests.push(request);
      try {
        return await network(request, signal);
      } finally {
        under -= 1;
      }
    },
  };
  return book;
}

export async function timed(work) {
  const startedAt = performance.now();
  const result = await work();
  return { result, ms: performance.now() - startedAt };
}
