import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import {
  aFirstCome,
  afterClosing,
  aLottery,
  openStage,
  type Stage,
  whileOpen,
} from '../testing/open-stage.js';
import { aForm, aKey, aPerson, postForm, postJson } from '../testing/requests.js';

let stage: Stage;
let app: App;
let lottery: { readonly id: string; readonly slug: string };
let coupons: { readonly id: string; readonly slug: string };

const withKey = (no: number) => ({ 'idempotency-key': aKey(no) });

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, entriesPerMinute: 10_000 });
  lottery = await stage.publish(aLottery());
  coupons = await stage.publish(aFirstCome(1));
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(lottery.id);
  await stage.ktEvent.advance(coupons.id);
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

describe('an entry from the form of a browser', () => {
  it('gets a page with the receipt, which is kept by no cache and found by no search', async () => {
    const answer = await postForm(app, lottery.slug, aForm(20));

    expect(answer.statusCode).toBe(201);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toContain('<meta name="robots" content="noindex">');
    expect(answer.body).toMatch(/응모 확인 번호<\/dt><dd><code>[0-9a-f]{32}</);
    expect(answer.body).toMatch(/본인 확인 값<\/dt><dd><code>[0-9a-f]{32}</);
  });

  it('is the same entry when the page is loaded again', async () => {
    const first = await postForm(app, lottery.slug, aForm(21));

    const again = await postForm(app, lottery.slug, aForm(21));

    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect(again.body).toBe(first.body);
  });

  it('agrees to marketing only when that box is ticked', async () => {
    const before = (await stage.ktEvent.status(lottery.id)).entries.marketingConsents;
    await postForm(app, lottery.slug, aForm(22));
    await postForm(app, lottery.slug, aForm(23, { marketingConsent: 'on' }));

    expect((await stage.ktEvent.status(lottery.id)).entries.marketingConsents - before).toBe(1);
  });

  it('counts more with the code shown in the store', async () => {
    const visitCode = await stage.ktEvent.visitCode(lottery.id);

    const answer = await postForm(app, lottery.slug, aForm(24, { visitCode }));

    expect(answer.body).toContain(
      '<dt>응모권</dt><dd><b>3장</b> <small>(응모 1장 + 매장 방문 2장)</small></dd>',
    );
  });

  it('comes back when something must be corrected, with what was typed, its key, and plain words', async () => {
    const { consent, ...form } = aForm(25, { phone: '02-123-4567' });

    const answers = [
      await postForm(app, lottery.slug, form),
      await postForm(app, lottery.slug, { ...form, consent: 'on' }),
    ];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400]);
    expect(answers[0]?.body).toContain('개인정보 수집·이용에 동의해야 응모할 수 있습니다');
    expect(answers[1]?.body).toContain('휴대폰 번호를 다시 확인해 주세요');
    expect(answers[1]?.body).toMatch(/id="phone"[^>]* value="02-123-4567"[^>]* aria-invalid="true"/);
    expect(answers[1]?.body).toContain(`name="idempotencyKey" value="${aKey(25)}"`);
    expect(answers[0]?.body).not.toMatch(/name="consent"[^>]* checked/);
    expect(answers[1]?.body).toMatch(/name="consent"[^>]* checked/);
  });

  it('is told in plain Korean when that phone entered', async () => {
    await postForm(app, lottery.slug, aForm(26));

    const answer = await postForm(app, lottery.slug, { ...aForm(26), idempotencyKey: aKey(260) });

    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('이 번호로 12월 2일 (수) 12:00에 응모하셨습니다');
  });

  it('with a field twice is refused', async () => {
    const fields = new URLSearchParams(aForm(27)).toString();
    const answer = await app.inject({
      method: 'POST',
      url: `/e/${lottery.slug}/entries`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `${fields}&phone=010-1111-1111`,
    });

    expect([answer.statusCode, answer.json().code]).toEqual([400, 'USER_001']);
  });
});

describe('when there is nothing left or the time has passed', () => {
  it('gives the coupon once, and then says that all are gone', async () => {
    const won = await postForm(app, coupons.slug, aForm(30));

    const late = [
      await postJson(app, coupons.slug, aPerson(31)),
      await postForm(app, coupons.slug, aForm(32)),
    ];

    expect(won.body).toContain('<dd class="coupon">1</dd>');
    expect(won.body).not.toContain('/draws/');
    expect(late.map(({ statusCode }) => statusCode)).toEqual([409, 409]);
    expect(late[0]?.json().code).toBe('USER_006');
    expect(late[1]?.body).toContain('선착순 1개가 모두 나갔습니다');
  });

  it('refuses after the end, and still answers whoever entered before and lost our answer', async () => {
    const first = await postJson(app, lottery.slug, aPerson(33), withKey(33));
    stage.moveTo(afterClosing);

    const late = [
      await postJson(app, lottery.slug, aPerson(34)),
      await postForm(app, lottery.slug, aForm(35)),
    ];
    const again = await postJson(app, lottery.slug, aPerson(33), withKey(33));

    expect(late[0]?.json()).toMatchObject({ code: 'USER_005', status: 409 });
    expect(late[1]?.body).toContain('응모 기간은 12월 1일 (화)부터 12월 3일 (목)까지입니다');
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
  });
});
