import { randomUUID } from 'node:crypto';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openServer, type Server } from '../open-server.js';
import { describeInChromium } from '../testing/open-browser.js';
import { aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';

let sandbox: Sandbox;
let stage: Stage;
let server: Server;
/** Behind the widget, and asking for nothing. */
let guarded: string;
let plain: string;

beforeAll(async () => {
  sandbox = await openSandbox({ now: () => new Date(whileOpen) });
  const environment = {
    ...sandbox.credentials.turnstile,
    TURNSTILE_BASE_URL: sandbox.baseUrls.turnstile,
  };
  stage = await openStage({ environment });
  const { ktEvent } = stage;
  const campaigns = [
    await stage.publish(aLottery({ guards: { challenge: 'always' } })),
    await stage.publish(aLottery({ guards: { challenge: 'off' } })),
  ];
  stage.moveTo(whileOpen);
  for (const { id } of campaigns) await ktEvent.advance(id);
  [guarded = '', plain = ''] = campaigns.map(({ slug }) => slug);
  server = await openServer({ ktEvent, newId: randomUUID, now: stage.now });
});
afterAll(async () => {
  await server.close();
  await stage.close();
  await sandbox.close();
});

const accepted = async (slug: string) => (await stage.ktEvent.status(slug)).entries.accepted;

async function send(page: Page, no: number): Promise<void> {
  await page.fill('#name', `손님${no}`);
  await page.fill('#phone', `010-7700-000${no}`);
  await page.check('#overFourteen');
  await page.check('#consent');
  await page.click('#enter > button[type=submit]');
}

const token = (page: Page) => page.inputValue('[name=cf-turnstile-response]');
const patient = { timeout: 20_000 };
const foreign = (urls: readonly string[]) =>
  urls.map((url) => new URL(url).origin).filter((origin) => origin !== new URL(server.url).origin);

describeInChromium('Turnstile in a browser, by the stand-in of its protocol', (open) => {
  it('shows its frame and lets a person in, and the policy has nothing to refuse', async () => {
    const { page, violations, errors } = await open(`${server.url}/e/${guarded}`);
    await expect.poll(() => token(page), patient).toMatch(/^sandbox\.\d{13}\./);
    await send(page, 1);
    await page.waitForURL(/\/receipts\//);

    expect(await accepted(guarded)).toBe(1);
    expect([violations(), errors()]).toEqual([[], []]);
  });

  it('is let in from its own origin alone', async () => {
    const tab = await open(`${server.url}/e/${guarded}`);
    await expect.poll(() => token(tab.page), patient).not.toBe('');
    const elsewhere = sandbox.baseUrls.turnstile.replace('127.0.0.1', 'localhost');
    await tab.page.evaluate(`(() => {
      const script = document.createElement('iframe');
      script.src = '${elsewhere}/turnstile/v0/frame';
      document.body.append(script);
    })()`);
    await expect.poll(() => tab.violations().length, patient).toBe(1);

    expect(tab.violations()[0]).toContain('frame-src');
  });

  it('is not there, nor asked for, where the event asks for nothing', async () => {
    const { page, violations } = await open('about:blank');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${server.url}/e/${plain}`);
    await send(page, 2);
    await page.waitForURL(/\/receipts\//);

    expect(foreign(requests)).toEqual([]);
    expect(violations()).toEqual([]);
  });
});
