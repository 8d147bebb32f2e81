import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium, type OpenTab } from '../testing/open-browser.js';
import { type House, openHouse } from '../testing/open-house.js';
import type { Tab } from '../testing/open-tab.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const entries = async (): Promise<number> =>
  (await house.stage.ktEvent.status(house.lottery.id)).entries.accepted;

/** How many entries came while something was done. */
async function countEntries(act: () => Promise<void>): Promise<number> {
  const before = await entries();
  await act();
  return (await entries()) - before;
}

async function fill(page: Page, no: number): Promise<void> {
  await page.fill('#name', `손님${no}`);
  await page.fill('#phone', `010-5500-${String(no).padStart(4, '0')}`);
  await page.check('#overFourteen');
  await page.check('#consent');
}

const submit = 'button[type=submit]';
const receiptUrl = /\/receipts\/[0-9a-f]{32}/;

function formOf(open: OpenTab, options: Parameters<OpenTab>[1] = {}): Promise<Tab> {
  return open(`${house.server.url}/e/${house.lottery.slug}`, options);
}

describeInChromium('entering in a browser', (open) => {
  it('takes a keyboard and nothing else', async () => {
    const { page, violations, errors } = await formOf(open);
    await page.focus('#name');
    await page.keyboard.type('정재훈');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01055000001');
    await page.keyboard.press('Tab'); // the code of a visit stays empty
    for (let box = 0; box < 2; box += 1) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    const spelt = await page.inputValue('#phone');
    await page.keyboard.press('Tab'); // marketing stays unticked
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(receiptUrl);

    expect(spelt).toBe('010-5500-0001');
    expect(await page.textContent('h1')).toBe('응모가 접수되었습니다');
    expect([violations(), errors()]).toEqual([[], []]);
  });

  it('works without any script, and sending it again is the same entry', async () => {
    const { page } = await formOf(open, { javaScript: false });
    const count = await countEntries(async () => {
      await fill(page, 2);
      await page.click(submit);
      await page.waitForURL(/\/entries$/);
      const first = await page.textContent('main');
      await page.reload();
      expect(await page.textContent('main')).toBe(first);
      await page.goBack();
      await fill(page, 2);
      await page.click(submit);
      await page.waitForURL(/\/entries$/);
      expect(await page.textContent('main')).toBe(first);
    });

    expect(count).toBe(1);
  });

  it('without any script gives a wrong form back, with what was typed, in focus and in words', async () => {
    const { page } = await formOf(open, { javaScript: false });
    await fill(page, 3);
    await page.fill('#visitCode', '12');
    await page.click(submit);
    await page.waitForURL(/\/entries$/);

    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    expect(await page.getAttribute('#visitCode', 'aria-invalid')).toBe('true');
    expect(await page.textContent('#visitCode-error')).toContain('매장 방문 코드가 맞지 않습니다');
    expect(await page.inputValue('#phone')).toBe('010-5500-0003');
    expect(await page.isChecked('#consent')).toBe(true);
    await page.fill('#visitCode', '');
    await page.click(submit);
    expect(await page.textContent('h1')).toBe('응모가 접수되었습니다');
  });

  it('says the same with a script, without leaving the page', async () => {
    const tab = await formOf(open);
    const { page } = tab;
    await fill(page, 4);
    await page.fill('#visitCode', '12');
    await page.click(submit);
    await page.waitForSelector('#errors:not([hidden])');

    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    expect(await page.getAttribute('#visitCode', 'aria-invalid')).toBe('true');
    expect(await page.textContent('#errors')).toContain('아직 응모되지 않았습니다');
    expect(await tab.seriousFindings()).toEqual([]);
  });

  it('takes a double click for one entry', async () => {
    const { page } = await formOf(open);
    const count = await countEntries(async () => {
      await fill(page, 5);
      await page.dblclick(submit);
      await page.waitForURL(receiptUrl);
    });

    expect(count).toBe(1);
  });

  it('keeps nothing of a person in the browser', async () => {
    const { page } = await formOf(open);
    await fill(page, 6);
    await page.click(submit);
    await page.waitForURL(receiptUrl);
    const kept: string = await page.evaluate(
      '[...Object.entries(localStorage), ...Object.entries(sessionStorage), document.cookie].join()',
    );

    expect(kept).toBe('');
    expect(page.url()).not.toMatch(/\?|5500|%EC/);
  });
});
