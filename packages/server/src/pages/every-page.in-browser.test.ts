import { type Campaign, couponPass, type Receipt } from '@kt-event/sdk';
import { browserFiles } from '@kt-event/verifier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../testing/open-browser.js';
import { drawLottery, type House, openHouse } from '../testing/open-house.js';
import { aFirstCome, aLottery, whileOpen } from '../testing/open-stage.js';
import { hasCodeReader, readCode } from '../testing/read-code.js';
import { aPerson } from '../testing/requests.js';
import { winnerLinks } from '../testing/winner-links.js';

let house: House;
let receipt: Receipt;
let coupons: Campaign;
let coming: Campaign;
let cancelled: Campaign;
let rush: Campaign;
let early: Receipt;
/** Paths. */
let coupon: string;
let counter: string;
let screen: string;
beforeAll(async () => {
  house = await openHouse();
  const { stage } = house;
  stage.moveTo('2026-11-20T10:00:00+09:00');
  coupons = await stage.publish(aFirstCome(100));
  rush = await stage.publish(aFirstCome(2, { entry: { mechanic: 'first_come', stock: 2, rushSeconds: 10 } }));
  stage.moveTo(whileOpen);
  for (const { id } of [coupons, rush]) await stage.ktEvent.advance(id);
  const draw = { at: '2026-12-23T12:00:00+09:00', beacon: 'operator' };
  coming = await stage.publish(aLottery({ period: { start: '2026-12-20', end: '2026-12-22' }, draw }));
  cancelled = await stage.publish(aLottery({ name: '취소된 이벤트' }), { rehearsal: true });
  await stage.ktEvent.cancel(cancelled.id);
  const { ktEvent } = stage;
  ({ receipt } = await ktEvent.participate(house.lottery.slug, aPerson(1, { marketingConsent: true })));
  ({ receipt: early } = await ktEvent.participate(rush.slug, aPerson(1)));
  const { receipt: served } = await ktEvent.participate(coupons.slug, aPerson(1));
  coupon = `/e/${coupons.slug}/coupons/${couponPass(served)}`;
  counter = new URL((await ktEvent.staffLinks(coupons.id)).redeem ?? '').pathname;
  screen = new URL((await ktEvent.staffLinks(house.lottery.id)).visit ?? '').pathname;
});
afterAll(() => house.close());

type Address = () => string;
const pathOf = ({ slug }: Campaign, { entryId }: Receipt) => `/e/${slug}/receipts/${entryId}`;
const receiptPath: Address = () => pathOf(house.lottery, receipt);

const pages: readonly (readonly [string, Address, 200 | 404 | 405])[] = [
  ['the form of a lottery', () => `/e/${house.lottery.slug}`, 200],
  ['the form of a first-come event', () => `/e/${coupons.slug}`, 200],
  ['an event that is to come', () => `/e/${coming.slug}`, 200],
  ['a cancelled event', () => `/e/${cancelled.slug}`, 200],
  ['a receipt without its key', receiptPath, 200],
  ['a receipt', () => `${receiptPath()}#${receipt.salt}`, 200],
  ['the form in the first seconds', () => `/e/${rush.slug}`, 200],
  ['a receipt that waits for its lottery', () => `${pathOf(rush, early)}#${early.salt}`, 200],
  ['a coupon', () => coupon, 200],
  ['the page of staff', () => counter, 200],
  ['the screen with the visit code', () => screen, 200],
  ['a winner that nobody is', () => '/w/AAAAAAAAAAAAAAAAAAAAAAAA', 404],
  ['the verifier in a folder', () => browserFiles.page.href, 200],
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
    const tab = await open(new URL(address, house.server.url).href, { width: 360 });
    await tab.page.waitForLoadState('networkidle');
    const overflows: number[] = [];
    for (const width of widths) {
      await tab.page.setViewportSize({ width, height: 740 });
      overflows.push(await tab.overflow());
    }
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    const dark = await tab.seriousFindings('color-contrast'); // all else is the same in the dark
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

  it.runIf(hasCodeReader())('a receipt is opened on another phone by the code on it', async () => {
    const address = `${receiptPath()}#${receipt.salt}`;
    const { page } = await open(`${house.server.url}${address}`);
    await page.click('summary:has-text("다른 휴대폰")');
    const code = readCode(await page.locator('.qr').screenshot());
    const { pathname, hash } = new URL(code);
    const other = await open(`${house.server.url}${pathname}${hash}`);
    await other.page.waitForSelector('#keep-link');

    expect(`${pathname}${hash}`).toBe(address);
    expect(await other.page.textContent('main')).toContain(receipt.entryId);
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

    const [prize = ''] = await winnerLinks(house.lottery);
    for (const [name, address, status] of [...afterTheDraw, ['a prize', () => prize, 200] as const])
      expect([name, await judge(address(), status)]).toEqual([name, spotless]);
    const { page } = await open(`${house.server.url}${receiptPath()}#${receipt.salt}`);
    await page.waitForSelector('#keep-link');
    expect(await page.textContent('main')).toContain('당첨되셨습니다');
  });
});
