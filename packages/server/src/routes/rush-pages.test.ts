import { randomUUID } from 'node:crypto';
import type { Campaign, Receipt } from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { aFirstCome, openStage, type Stage } from '../testing/open-stage.js';
import { aForm, aPerson, postForm, postJson } from '../testing/requests.js';

let stage: Stage;
let app: App;
let campaign: Campaign;
const receipts: Receipt[] = [];

const page = async (path = '') => (await app.inject({ url: `/e/${campaign.slug}${path}` })).body;
const goTo = async (instant: string) => {
  stage.moveTo(instant);
  await stage.ktEvent.advance(campaign.id);
};
const receiptPage = async ({ entryId, salt }: Receipt) =>
  (
    await app.inject({
      method: 'POST',
      url: `/e/${campaign.slug}/receipts/${entryId}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `salt=${salt}`,
    })
  ).body;
const proofPage = async () => (await app.inject({ url: `/draws/${campaign.slug}` })).body;

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, now: stage.now, entriesPerDevice: 100 });
  const entry = { mechanic: 'first_come', stock: 2, rushSeconds: 10 };
  const draw = { at: '2026-12-01T00:20:00+09:00', beacon: 'operator' };
  campaign = await stage.publish(aFirstCome(2, { entry, draw }));
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

it('says before the opening that the first seconds are a lottery', async () => {
  const markup = await page();

  expect(markup).toContain('첫 10초 안에 누르신 분은 추첨하니 서두르지 않으셔도 됩니다');
  expect(markup).toContain('<strong>여는 순간부터 10초 안에 누르신 분은 추첨합니다.</strong>');
  expect(markup).toContain('결과는 12월 1일 (화) 00:20 접수증 화면에 나옵니다');
  expect(markup).toContain('여는 순간부터 첫 10초 안에 누른 분은 추첨, 그 뒤는 선착순');
});

it('takes everybody in the first seconds, and shows no number that would mean nothing', async () => {
  await goTo('2026-12-01T00:00:00+09:00');
  const markup = await page();
  for (let no = 1; no <= 3; no += 1) receipts.push((await postJson(app, campaign.slug, aPerson(no))).json());
  const fourth = await postForm(app, campaign.slug, aForm(4));

  expect(markup).toContain('지금 누르시면 추첨에 들어갑니다');
  expect(markup).not.toContain('<dt>남은 수량');
  expect(receipts.map(({ couponNo }) => couponNo)).toEqual([undefined, undefined, undefined]);
  expect(fourth.statusCode).toBe(201);
  expect(fourth.body).toContain('첫 순간에 오신 분들끼리 나눕니다');
  expect(fourth.body).not.toContain('쿠폰 번호');
});

it('shows no form to those who come later when nothing is left for them', async () => {
  stage.moveTo('2026-12-01T00:00:10+09:00');
  const markup = await page();

  expect(markup).toContain('지금 남은 수량이 없습니다.');
  expect(markup).toContain('첫 순간에 누르신 분들의 추첨에 2개가 남아 있습니다');
  expect(markup).not.toContain('<form');
  expect((await postJson(app, campaign.slug, aPerson(5))).json().code).toBe('USER_006');
});

it('fixes the list a minute later, for everybody to see', async () => {
  await goTo('2026-12-01T00:01:10+09:00');
  const [first] = receipts as [Receipt];

  expect(await proofPage()).toContain('<dt>응모자</dt><dd>4명, 응모권 4장</dd>');
  expect(await page()).toContain('추첨 검증 페이지 보기');
  expect(await receiptPage(first)).toContain('명단은 정해졌습니다');
});

it('shows each its result, and the winners their coupons', async () => {
  await goTo('2026-12-01T00:20:00+09:00');
  const pages = await Promise.all(receipts.map(receiptPage));
  const won = pages.filter((markup) => markup.includes('번 쿠폰을 받으셨습니다'));
  const lost = pages.filter((markup) => markup.includes('이번에는 쿠폰을 받지 못하셨습니다'));
  const shown = await proofPage();

  expect(won.length + lost.length).toBe(3);
  expect(won.length).toBeGreaterThan(0);
  for (const markup of won) {
    const [, path = ''] = /href="(\/e\/\w+\/coupons\/[\w-]+)"/.exec(markup) ?? [];
    expect((await app.inject({ url: path })).body).toContain('쓸 수 있는 쿠폰입니다');
  }
  expect(shown).toContain('검증을 모두 통과했습니다');
  expect(shown).toContain('<h3>쿠폰 <small>2명</small></h3>');
  expect((await app.inject({ url: `/draws/${campaign.slug}/certificate.pdf` })).statusCode).toBe(200);
});
