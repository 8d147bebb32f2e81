import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGate } from '../testing/gate.js';
import { describeInChromium } from '../testing/open-browser.js';
import { type House, openHouse } from '../testing/open-house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const entries = async (): Promise<number> =>
  (await house.stage.ktEvent.status(house.lottery.id)).entries.accepted;
const address = () => `${house.server.url}/e/${house.lottery.slug}`;

async function send(page: Page, no: number): Promise<void> {
  await page.fill('#name', `손님${no}`);
  await page.fill('#phone', `010-6600-${String(no).padStart(4, '0')}`);
  await page.check('#overFourteen');
  await page.check('#consent');
  await page.click('button[type=submit]');
}

/** The first posts meet what is done to them; the others go through. */
async function meddle(
  page: Page,
  times: number,
  act: (route: Route) => Promise<void>,
): Promise<() => number> {
  let met = 0;
  await page.route('**/entries', async (route) => {
    met += 1;
    await (met <= times ? act(route) : route.continue());
  });
  return () => met;
}

/** The server takes it, and its answer never comes. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort('connectionreset');
}

const unknown = '응모가 됐는지 아직 모릅니다. 다시 보내도 두 번 응모되지 않습니다.';
const receiptUrl = /\/receipts\/[0-9a-f]{32}/;

describeInChromium('a connection that dies', (open) => {
  it('while the answer is on its way makes one entry, and says meanwhile that nothing is known', async () => {
    const { page } = await open(address());
    const before = await entries();
    const count = await meddle(page, 1, loseAnswer);
    await send(page, 1);
    await page.waitForSelector(`#progress:has-text("${unknown}")`);
    await page.waitForURL(receiptUrl);

    expect([count(), (await entries()) - before]).toEqual([2, 1]);
  });

  it('before anything is sent waits for the network, and says that nothing has happened yet', async () => {
    const { page, setOffline } = await open(address());
    const before = await entries();
    await setOffline(true);
    await send(page, 2);
    await page.waitForSelector('#progress:has-text("인터넷이 끊겼습니다")');
    const said = await page.textContent('#progress');
    const sofar = await entries();
    await setOffline(false);
    await page.waitForURL(receiptUrl);

    expect(said).toMatch(/^아직 응모되지 않았습니다/);
    expect([sofar - before, (await entries()) - before]).toEqual([0, 1]);
  });

  it('is not taken for an answer when another than our server speaks', async () => {
    const { page } = await open(address());
    const signIn = { status: 200, contentType: 'text/html', body: '<h1>무료 와이파이 로그인</h1>' };
    await meddle(page, 1, (route) => route.fulfill(signIn));
    await send(page, 3);
    await page.waitForSelector(`#progress:has-text("${unknown}")`);
    await page.waitForURL(receiptUrl);

    expect(await page.textContent('h1')).toBe('응모가 접수되었습니다');
  });

  it('or a server that is full is asked again when it says so', async () => {
    const { page } = await open(address());
    const full = {
      status: 503,
      headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
      body: JSON.stringify({ code: 'STORE_005' }),
    };
    await meddle(page, 1, (route) => route.fulfill(full));
    await send(page, 4);
    await page.waitForSelector('#progress:has-text("아직 응모되지 않았습니다. 1초 뒤에 다시 보냅니다.")');
    await page.waitForURL(receiptUrl);

    expect(await page.textContent('h1')).toBe('응모가 접수되었습니다');
  });

  it('is survived by its key, so that a page that was loaded anew finds the first entry', async () => {
    const { page } = await open(address());
    const lost = createGate();
    const before = await entries();
    await meddle(page, 1, async (route) => {
      await loseAnswer(route);
      lost.open();
    });
    await send(page, 5);
    await lost.opened;
    await page.reload();
    const greeting = await page.textContent('#progress');
    await send(page, 5);
    await page.waitForURL(receiptUrl);

    expect(greeting).toContain('지난번에 보낸 응모의 답을 받지 못했습니다');
    expect((await entries()) - before).toBe(1);
  });

  it('would make two of one person without the key', async () => {
    const { page } = await open(address());
    await page.route('**/entries', async (route) => {
      await route.fetch();
      await route.continue({
        headers: { ...route.request().headers(), 'idempotency-key': `${Math.random()}` },
      });
    });
    await send(page, 6);
    await page.waitForSelector('#errors:not([hidden])');

    expect(await page.textContent('#errors')).toContain('이미 응모하셨습니다');
  });
});
