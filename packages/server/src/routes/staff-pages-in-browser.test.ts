import { randomUUID } from 'node:crypto';
import { couponPass } from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openServer, type Server } from '../open-server.js';
import { describeInChromium } from '../testing/open-browser.js';
import { aFirstCome, aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';

const roomBelowHead = `document.querySelector('.narrow').firstElementChild.getBoundingClientRect().top -
  document.querySelector('header').getBoundingClientRect().bottom`;

/** Campaigns are published for real: posters and pictures take their time on a busy machine. */
const publishingMs = 120_000;

describeInChromium('the pages of staff and of coupons', (open) => {
  let stage: Stage;
  let server: Server;
  let lottery: { readonly id: string; readonly slug: string };
  let shop: { readonly id: string; readonly slug: string };

  beforeAll(async () => {
    stage = await openStage();
    server = await openServer({ ktEvent: stage.ktEvent, newId: randomUUID, now: stage.now });
    lottery = await stage.publish(aLottery());
    shop = await stage.publish(aFirstCome(5));
    stage.moveTo(whileOpen);
    await stage.ktEvent.advance(lottery.id);
    await stage.ktEvent.advance(shop.id);
  }, publishingMs);
  afterAll(async () => {
    await server.close();
    await stage.close();
  });

  async function lookAt(
    tab: Awaited<ReturnType<typeof open>>,
    name: string,
  ): Promise<[readonly string[], number, string]> {
    return [await tab.overlaps(), await tab.overflow(), name];
  }

  const at = (link = '') => `${server.url}${new URL(link).pathname}`;

  it('turn the code over by themselves, and say so while the network is away', async () => {
    const tab = await open(at((await stage.ktEvent.staffLinks(lottery.id)).visit));
    const before = await tab.page.textContent('#code');
    await tab.setOffline(true);
    await tab.page.evaluate("document.querySelector('#offline').hidden");
    stage.moveTo('2026-12-02T12:01:00+09:00');
    await tab.setOffline(false);
    await tab.page.reload();

    expect(await tab.page.textContent('#code')).not.toBe(before);
    stage.moveTo(whileOpen);
  });

  it('keep everything off everything else on a phone, before a coupon is used and afterwards', async () => {
    const { receipt } = await stage.ktEvent.participate(shop.slug, aPerson(3));
    const coupon = `${server.url}/e/${shop.slug}/coupons/${couponPass(receipt)}`;
    const { redeem } = await stage.ktEvent.staffLinks(shop.id);
    const { visit } = await stage.ktEvent.staffLinks(lottery.id);
    const tab = await open(coupon);
    const seen = [await lookAt(tab, 'coupon')];
    await tab.page.goto(at(visit));
    seen.push(await lookAt(tab, 'visit'));
    await tab.page.goto(at(redeem));
    seen.push(await lookAt(tab, 'counter'));
    await tab.page.goto(coupon);
    seen.push(await lookAt(tab, 'coupon-for-staff'));
    await tab.page.click('button');
    seen.push(await lookAt(tab, 'used'));
    await tab.page.goto(coupon);
    seen.push(await lookAt(tab, 'used-already'));

    expect(seen).toEqual(seen.map(([, , name]) => [[], 0, name]));
    expect(await tab.page.evaluate(roomBelowHead)).toBeGreaterThan(8);
    await tab.page.evaluate("document.querySelector('main').lastElementChild.style.marginTop = '-120px'");
    expect(await tab.overlaps()).not.toEqual([]); // would be seen
  });

  it('take a coupon with one tap, without any script, after the staff link was opened once', async () => {
    const { receipt } = await stage.ktEvent.participate(shop.slug, aPerson(2));
    const { page } = await open(at((await stage.ktEvent.staffLinks(shop.id)).redeem), { javaScript: false });
    await page.goto(`${server.url}/e/${shop.slug}/coupons/${couponPass(receipt)}`);
    await page.click('button');

    expect(await page.textContent('.verdict')).toContain('사용 처리했습니다');
    expect((await stage.ktEvent.coupon(shop.id, receipt.couponNo ?? 0)).state).toBe('redeemed');
  });
});
