import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openServer, type Server } from '../open-server.js';
import { describeInChromium } from '../testing/open-browser.js';
import { aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';

let stage: Stage;
let server: Server;
let slug: string;

beforeAll(async () => {
  stage = await openStage();
  const campaign = await stage.publish(aLottery({ guards: { challenge: 'always' } }));
  slug = campaign.slug;
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
  server = await openServer({ ktEvent: stage.ktEvent, newId: randomUUID });
});
afterAll(async () => {
  await server.close();
  await stage.close();
});

describeInChromium('a form that is sent without a solved challenge', (openTab) => {
  const accepted = async () => (await stage.ktEvent.status(slug)).entries.accepted;

  async function send(no: number, javaScript: boolean) {
    const tab = await openTab(`${server.url}/e/${slug}`, { javaScript });
    await tab.page.fill('input[name=name]', `손님${no}`);
    await tab.page.fill('input[name=phone]', `010-7700-000${no}`);
    await tab.page.check('input[name=overFourteen]');
    await tab.page.check('input[name=consent]');
    await tab.page.click('button[type=submit]');
    return tab;
  }

  it('is paid for by the browser and goes on by itself, under the strict policy', async () => {
    const { violations } = await send(1, true);
    await expect.poll(accepted, { timeout: 30_000 }).toBe(1);

    expect(violations()).toEqual([]);
  });

  it('waits for a person where scripts are off, and has lost nothing', async () => {
    const before = await accepted();
    const { page } = await send(2, false);
    await page.waitForSelector('text=다시 보내기');

    expect(await page.locator('input[name=phone]').inputValue()).toBe('010-7700-0002');
    expect(await page.content()).toContain('스크립트가 꺼져 있어');
    expect(await accepted()).toBe(before);
  });
});
