import type { Campaign, Receipt } from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../testing/open-browser.js';
import { drawLottery, type House, openHouse } from '../testing/open-house.js';
import { aFirstCome, aLottery } from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';

let house: House;
let receipt: Receipt;
let coupons: Campaign;
let coming: Campaign;
let cancelled: Campaign;
beforeAll(async () => {
  house = await openHouse();
  const { stage } = house;
  coupons = await stage.publish(aFirstCome(100));
  const draw = { at: '2026-12-23T12:00:00+09:00', beacon: 'operator' };
  coming = await stage.publish(aLottery({ period: { start: '2026-12-20', end: '2026-12-22' }, draw }));
  cancelled = await stage.publish(aLottery({ name: '취소된 이벤트' }), { rehearsal: true });
  await stage.ktEvent.cancel(cancelled.id);
  ({ receipt } = await house.stage.ktEvent.participate(house.lottery.slug, aPerson(1)));
});
afterAll(() => house.close());

type Address = () => string;
const receiptPath: Address = () => `/e/${house.lottery.slug}/receipts/${receipt.entryId}`;

const pages: readonly (readonly [string, Address, 200 | 404 | 405])[] = [
  ['the form of a lottery', () => `/e/${house.lottery.slug}`, 200],
  ['the form of a first-come event', () => `/e/${coupons.slug}`, 200],
  ['an event that is to come', () => `/e/${coming.slug}`, 200],
  ['a cancelled event', () => `/e/${cancelled.slug}`, 200],
  ['a receipt without its key', receiptPath, 200],
  ['a receipt', () => `${receiptPath()}#${receipt.salt}`, 200],
  ['a draw that is to come', () => `/draws/${house.lottery.slug}`, 200],
  ['an address that is not there', () => '/e/zzzzzzzz', 404],
  ['an address that takes forms only', () => `/e/${house.lottery.slug}/entries`, 405],
];
const afterTheDraw: typeof pages = [
  ['a closed event', () => `/e/${house.lottery.slug}`, 200],
  ['a receipt with its result', () => `${receiptPath()}#${receipt.salt}`, 200],
  ['a draw', () => `/draws/${house.lottery.slug}`, 200],
];
const widths = [320, 360, 1_280];

describeInChromium('in a browser', (open) => {
  async function judge(address: string, status: number) {
    const tab = await open(`${house.server.url}${address}`, { width: 360 });
    await tab.page.waitForLoadState('networkidle');
    const overflows: number[] = [];
    for (const width of widths) {
      await tab.page.setViewportSize({ width, height: 740 });
      overflows.push(await tab.overflow());
    }
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    const dark = await tab.seriousFindings();
    await tab.page.emulateMedia({ colorScheme: 'light' });
    const errors = tab.errors().filter((text) => !text.includes(`status of ${status}`));
    return {
      overflows,
      findings: [...dark, ...(await tab.seriousFindings())],
      errors,
      violations: tab.violations(),
    };
  }
  const spotless = { overflows: widths.map(() => 0), findings: [], errors: [], violations: [] };

  it.each(pages)(
    '%s fits every width, can be used by everybody and breaks no policy',
    async (_, address, status) => {
      expect(await judge(address(), status)).toEqual(spotless);
    },
  );

  it('a receipt opens by what is behind the #, and stays open without it', async () => {
    const { page } = await open(`${house.server.url}${receiptPath()}#${receipt.salt}`);
    await page.waitForSelector('#keep-link');
    await page.goto(`${house.server.url}${receiptPath()}`);

    expect(await page.textContent('main')).toContain(receipt.salt);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('a receipt is saved as a file', async () => {
    const { page } = await open(`${house.server.url}${receiptPath()}#${receipt.salt}`);
    const download = page.waitForEvent('download');
    await page.click('text=접수증 파일 저장');

    expect((await download).suggestedFilename()).toBe(`kt-event-receipt-${house.lottery.slug}-1.json`);
  });

  it('everything to press is big enough for a thumb', async () => {
    const { page } = await open(`${house.server.url}/e/${house.lottery.slug}`, { width: 320 });
    const small: string[] = await page.evaluate(
      `[...document.querySelectorAll('button, .button, .check, .tap, .field > input')]
        .filter((it) => it.getBoundingClientRect().height < 44).map((it) => it.outerHTML)`,
    );

    expect(small).toEqual([]);
  });

  it('the same holds after the draw', async () => {
    await drawLottery(house);

    for (const [, address, status] of afterTheDraw) expect(await judge(address(), status)).toEqual(spotless);
    const { page } = await open(`${house.server.url}${receiptPath()}#${receipt.salt}`);
    expect(await page.textContent('main')).toContain('당첨되셨습니다');
  });
});
