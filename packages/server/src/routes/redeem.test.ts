import { randomUUID } from 'node:crypto';
import { couponPass, type Receipt } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { aFirstCome, openStage, type Stage, whileOpen } from '../testing/open-stage.js';
import { aPerson, postJson } from '../testing/requests.js';

/** Campaigns are published for real: posters and pictures take their time on a busy machine. */
const publishingMs = 120_000;

let stage: Stage;
let app: App;
let shop: { readonly id: string; readonly slug: string };
/** Path of the staff page. */
let staff: string;

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({
    ktEvent: stage.ktEvent,
    newId: randomUUID,
    entriesPerMinute: 10_000,
    now: stage.now,
  });
  shop = await stage.publish(aFirstCome(60, { name: '<b>쿠폰</b>' }));
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(shop.id);
  staff = await staffPath();
}, publishingMs);
afterAll(async () => {
  await app.close();
  await stage.close();
});

async function staffPath(renew = false): Promise<string> {
  const { redeem = '' } = await stage.ktEvent.staffLinks(shop.id, { renew });
  return new URL(redeem).pathname;
}

let people = 0;

/** One more person with a coupon. */
async function enter(
  slug = shop.slug,
): Promise<Receipt & { readonly couponNo: number; readonly digits: string }> {
  people += 1;
  const answer = await postJson(app, slug, aPerson(people));
  return { ...answer.json(), digits: aPerson(people).phone.slice(-4) };
}

function post(fields: Record<string, string>, url = staff) {
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  });
}

describe('the staff page', () => {
  it('shows a form without any script, in no cache and no search, and sends staff on with a cookie', async () => {
    const page = await app.inject({ url: staff });

    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(page.body).toContain('<meta name="robots" content="noindex">');
    expect(page.body).not.toContain('<script');
    expect(page.body).toContain('&lt;b&gt;쿠폰&lt;/b&gt;');
    expect(page.headers['set-cookie']).toMatch(
      new RegExp(
        `^kt-staff=${shop.slug}-[\\w-]{22}; Path=/e/${shop.slug}/coupons; .*HttpOnly; SameSite=Lax$`,
      ),
    );
  });

  it('marks a coupon used by its number and the last digits, once, and then says when that was', async () => {
    const { couponNo, digits } = await enter();
    const fields = { couponNo: String(couponNo), lastDigits: digits };
    const first = await post(fields);
    const second = await post(fields);

    expect([first.statusCode, second.statusCode]).toEqual([200, 409]);
    expect(first.body).toContain('사용 처리했습니다');
    expect(second.body).toContain('이미 쓴 쿠폰입니다');
    expect(second.body).toContain('12월 2일 (수) 12:00');
  });

  it('gives one success to thirty taps at once', async () => {
    const { couponNo, digits } = await enter();
    const taps = Array.from({ length: 30 }, () => post({ couponNo: String(couponNo), lastDigits: digits }));
    const statuses = (await Promise.all(taps)).map(({ statusCode }) => statusCode);

    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(29);
  });

  it.each([
    ['the digits of another phone', (no: string) => ({ couponNo: no, lastDigits: '0000' })],
    ['a number nobody has', () => ({ couponNo: '999', lastDigits: '0001' })],
    ['no digits', (no: string) => ({ couponNo: no })],
    ['a pass of somebody else', (no: string) => ({ pass: `${no}-${'x'.repeat(22)}` })],
    ['nothing', () => ({})],
  ])('uses nothing up for %s', async (_what, fieldsOf) => {
    const { couponNo } = await enter();
    const answer = await post(fieldsOf(String(couponNo)) as Record<string, string>);

    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('쿠폰을 찾을 수 없습니다');
    expect((await stage.ktEvent.coupon(shop.id, couponNo)).state).toBe('held');
  });

  it('opens for nobody without the present link, and changes nothing then', async () => {
    const { couponNo, digits } = await enter();
    const fields = { couponNo: String(couponNo), lastDigits: digits };
    const guessed = await post(fields, `/r/${shop.slug}-${'x'.repeat(22)}`);
    const old = staff;
    staff = await staffPath(true);
    const outdated = await post(fields, old);

    expect([guessed.statusCode, outdated.statusCode]).toEqual([404, 404]);
    expect((await app.inject({ url: old })).statusCode).toBe(404);
    expect((await post(fields)).statusCode).toBe(200);
  });
});

describe('the page of a coupon', () => {
  const pathOf = (receipt: Receipt) => `/e/${shop.slug}/coupons/${couponPass(receipt)}`;

  it('shows its number and a code to scan, and no way to use it up', async () => {
    const receipt = await enter();
    const page = await app.inject({ url: pathOf(receipt) });

    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`<p class="coupon">${receipt.couponNo}번</p>`);
    expect(page.body).toContain('<svg class="qr"');
    expect(page.body).not.toContain('<form');
  });

  it('offers one tap to staff who scan it, and says used to everybody afterwards', async () => {
    const receipt = await enter();
    const cookie = String((await app.inject({ url: staff })).headers['set-cookie']).split(';')[0] ?? '';
    const scanned = await app.inject({ url: pathOf(receipt), headers: { cookie } });
    const [, action = '', pass = ''] =
      /action="([^"]+)">\s*<input type="hidden" name="pass" value="([^"]+)"/.exec(scanned.body) ?? [];
    const tapped = await post({ pass }, action);

    expect(scanned.body).not.toContain('<svg class="qr"');
    expect([action, tapped.statusCode]).toEqual([staff, 200]);
    expect((await app.inject({ url: pathOf(receipt) })).body).toContain('이미 쓴 쿠폰입니다');
    expect((await app.inject({ url: pathOf(receipt), headers: { cookie } })).body).not.toContain('<form');
  });

  it('is staff’s only with the cookie of this very event', async () => {
    const receipt = await enter();
    const url = pathOf(receipt);
    const forged = await app.inject({ url, headers: { cookie: `kt-staff=${shop.slug}-${'x'.repeat(22)}` } });

    expect(forged.body).not.toContain('<form');
  });

  it('is not found by a number alone', async () => {
    const { couponNo } = await enter();
    const guessed = await app.inject({ url: `/e/${shop.slug}/coupons/${couponNo}-${'x'.repeat(22)}` });
    const bare = await app.inject({ url: `/e/${shop.slug}/coupons/${couponNo}` });

    expect([guessed.statusCode, bare.statusCode]).toEqual([404, 404]);
  });
});

describe('a coupon that is held for ten minutes', () => {
  it(
    'goes to the next person under a new number, and is refused to the first',
    async () => {
      const entry = { mechanic: 'first_come', stock: 1, holdMinutes: 10 };
      stage.moveTo('2026-11-20T10:00:00+09:00');
      const held = await stage.publish(aFirstCome(1, { entry, name: '십 분' }));
      stage.moveTo(whileOpen);
      await stage.ktEvent.advance(held.id);
      const first = await enter(held.slug);
      const tooEarly = await postJson(app, held.slug, aPerson(8_001));
      stage.moveTo('2026-12-02T12:10:00+09:00');
      const stock = await stage.ktEvent.couponStock(held.id);
      const shown = await app.inject({ url: `/e/${held.slug}` });
      const second = await postJson(app, held.slug, aPerson(8_002));
      const late = stage.ktEvent.redeemCoupon(held.id, first.couponNo);

      expect([first.couponNo, tooEarly.json().code]).toEqual([1, 'USER_006']);
      expect(stock).toEqual({
        stock: 1,
        remaining: 1,
        setAside: 0,
        returned: 1,
        returnedLately: 1,
        redeemed: 0,
      });
      expect(shown.body).toContain('1개 가운데 · 최근 10분에 1개가 돌아왔습니다');
      expect(second.json().couponNo).toBe(2);
      await expect(late).rejects.toMatchObject({ code: 'USER_052' });
      expect((await stage.ktEvent.find(held.id))?.state).toBe('closed');
      stage.moveTo(whileOpen);
    },
    publishingMs,
  );
});
