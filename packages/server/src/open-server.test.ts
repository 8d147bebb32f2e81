import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { KtEvent, Receipt } from '@kt-event/sdk';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openServer, type Server, type ServerOptions } from './open-server.js';
import { createGate } from './testing/gate.js';
import { aFirstCome, aLottery, openStage, type Stage, whileOpen } from './testing/open-stage.js';
import { aKey, aPerson } from './testing/requests.js';

let stage: Stage;
let slug: string;
let coupons: string;
const servers: Server[] = [];

async function open(options: Partial<ServerOptions> = {}): Promise<Server> {
  const server = await openServer({
    ktEvent: stage.ktEvent,
    newId: randomUUID,
    entriesPerMinute: 10_000,
    ...options,
  });
  servers.push(server);
  return server;
}

function enter(server: Server, name: string, no: number, key = aKey(no)): Promise<Response> {
  return fetch(`${server.url}/e/${name}/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(aPerson(no)),
  });
}

/** Sends these very bytes and reads until the other side hangs up. */
function exchange(server: Server, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += String(text);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** A body of ten bytes, of which one came. */
const unfinished =
  'POST /e/x/entries HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{';
const request = (target: string) => `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`;

beforeAll(async () => {
  stage = await openStage();
  const [lottery, firstCome] = [await stage.publish(aLottery()), await stage.publish(aFirstCome(7))];
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(lottery.id);
  await stage.ktEvent.advance(firstCome.id);
  [slug, coupons] = [lottery.slug, firstCome.slug];
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => stage.close());

describe('a server that closes', () => {
  it('finishes the request in hand, and takes no other', async () => {
    const arrived = createGate();
    const finish = createGate();
    const participate: KtEvent['participate'] = async (...entry) => {
      arrived.open();
      await finish.opened;
      return stage.ktEvent.participate(...entry);
    };
    const server = await open({ ktEvent: { ...stage.ktEvent, participate } });
    const answer = enter(server, slug, 1);
    await arrived.opened;

    const startedMs = performance.now();
    const closed = server.close();
    const late = await fetch(`${server.url}/healthz`).catch(() => 'refused');
    finish.open();

    expect(late).toBe('refused');
    expect((await answer).status).toBe(201);
    await closed;
    expect(performance.now() - startedMs).toBeLessThan(2_000); // a kept connection is not waited for
  });

  it('does not wait for a client that never ends its request', async () => {
    const server = await open({ drainMs: 20 });
    const hangUp = exchange(server, unfinished);
    await fetch(`${server.url}/healthz`);

    await server.close();

    expect(await hangUp).toBe('');
  });
});

describe('what comes over the wire', () => {
  it.each([
    ['is not HTTP', 'hello\r\n\r\n'],
    ['has headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('and %s gets problem details', async (_, bytes) => {
    const [head = '', body = ''] = (await exchange(await open(), bytes)).split('\r\n\r\n');

    expect(head).toMatch(/^HTTP\/1\.1 400 .*content-type: application\/problem\+json/s);
    expect(JSON.parse(body)).toMatchObject({ code: 'USER_001', status: 400 });
  });

  it.each([
    ['/assets/../package.json', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/m/../../../etc/passwd', 403],
    ['/m/x/..%2f..%2fmaster.key?v=1&kid=1&exp=99999999999&sig=x', 403],
    ['//example.com/', 404],
    ['/%c0%ae%c0%ae/', 404],
  ])('and asks for %s leads nowhere', async (target, status) => {
    expect(await exchange(await open(), request(target))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('is cut off beyond four KiB, even without a length', async () => {
    const { url } = await open();
    const body = new ReadableStream({
      start(controller) {
        for (let no = 0; no < 5; no += 1) controller.enqueue(Buffer.alloc(1_024, 'x'));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/json' };

    const answer = await fetch(`${url}/e/${slug}/entries`, { method: 'POST', headers, body, duplex: 'half' });

    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'USER_035' });
  });
});

describe('a port', () => {
  it('that is taken is told as such, and stays with who has it', async () => {
    const first = await open();

    const second = openServer({
      ktEvent: stage.ktEvent,
      newId: randomUUID,
      port: Number(new URL(first.url).port),
    });

    await expect(second).rejects.toMatchObject({ code: 'USER_037', context: { reason: 'EADDRINUSE' } });
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  });
});

describe('two servers on one store', () => {
  it('take one entry for each phone, and replay each other’s answers', async () => {
    const pair = [await open(), await open({ ktEvent: await stage.openAnother() })] as const;
    const people = Array.from({ length: 20 }, (_, no) => 100 + no);

    const first = await Promise.all(people.map((no) => enter(pair[no % 2 ? 0 : 1], slug, no)));
    const again = await Promise.all(people.map((no) => enter(pair[no % 2 ? 1 : 0], slug, no)));
    const twice = await Promise.all(
      people.map((no) => enter(pair[no % 2 ? 1 : 0], slug, no, aKey(no + 1_000))),
    );

    expect(first.map(({ status }) => status)).toEqual(people.map(() => 201));
    expect(again.map(({ status }) => status)).toEqual(people.map(() => 200));
    expect(twice.map(({ status }) => status)).toEqual(people.map(() => 409));
    expect(await Promise.all(again.map((answer) => answer.text()))).toEqual(
      await Promise.all(first.map((answer) => answer.text())),
    );
  });

  it('give out each coupon once, when the same people run to both', async () => {
    const pair = [await open(), await open({ ktEvent: await stage.openAnother() })];
    const people = Array.from({ length: 15 }, (_, no) => 200 + no);

    const answers = await Promise.all(
      pair.flatMap((server, which) =>
        people.map((no) => enter(server, coupons, no, aKey(no + 1_000 * which))),
      ),
    );

    const created = answers.filter(({ status }) => status === 201);
    const receipts = await Promise.all(created.map(async (answer) => (await answer.json()) as Receipt));
    expect(receipts.map(({ couponNo }) => couponNo).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(23);
  });
});
