import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { KtEvent } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServer, type Server } from './open-server.js';
import { createGate } from './testing/gate.js';
import { aLottery, openStage, type Stage, whileOpen } from './testing/open-stage.js';
import { aPerson } from './testing/requests.js';

let stage: Stage;
let slug: string;
let server: Server | undefined;

/** First instant at which {@link aLottery} takes nothing any more. */
const closing = '2026-12-04T00:00:00+09:00';

beforeEach(async () => {
  stage = await openStage();
  const campaign = await stage.publish(aLottery());
  ({ slug } = campaign);
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
});
afterEach(async () => {
  await server?.close();
  await stage.close();
});

/** Sends the head at once and the body when `release` is called, as over a bad connection. */
function sendSlowly(url: string, no: number) {
  const body = JSON.stringify(aPerson(no));
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const request = httpRequest(`${url}/e/${slug}/entries`, { method: 'POST', headers });
  const answer = new Promise<number>((resolve, reject) => {
    request.on('error', reject).on('response', (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
  });
  request.flushHeaders();
  return {
    release: () => {
      request.end(body);
      return answer;
    },
  };
}

/** Two whose heads came in one order before closing time, and whose bodies come in the other after it. */
async function twoSlow(participate: KtEvent['participate']): Promise<number[]> {
  const bothHere = createGate();
  let heads = 0;
  const arrive = () => {
    heads += 1;
    if (heads === 2) bothHere.open();
    return stage.ktEvent.arrive();
  };
  server = await openServer({ ktEvent: { ...stage.ktEvent, arrive, participate }, newId: randomUUID });
  const [first, second] = [sendSlowly(server.url, 1), sendSlowly(server.url, 2)];
  await bothHere.opened;
  stage.moveTo(closing);
  return [await second.release(), await first.release()];
}

describe('a request whose body is slow', () => {
  it('is in time when its head was', async () => {
    expect(await twoSlow(stage.ktEvent.participate)).toEqual([201, 201]);
  });

  it('would be seen to be late if its time were taken once it has been read', async () => {
    const { ktEvent } = stage;

    expect(
      await twoSlow((name, input, { arrival, ...options } = {}) => ktEvent.participate(name, input, options)),
    ).toEqual([409, 409]);
  });
});
