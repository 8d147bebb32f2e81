import { randomUUID } from 'node:crypto';
import type { Campaign } from '@kt-event/sdk';
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
import { aPerson } from '../testing/requests.js';
import { tagsWithCode } from '../testing/tags-with-code.js';

let stage: Stage;
let app: App;

const get = (slug: string) => app.inject({ url: `/e/${slug}` });
const page = async (slug: string) => (await get(slug)).body;

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, requestsPerMinute: 10_000 });
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

describe('before anybody has approved it', () => {
  it('is not found, neither as a draft nor as a plan', async () => {
    const { id, slug } = await stage.ktEvent.create(aLottery());
    const draft = await get(slug);
    await stage.ktEvent.advance(id, { until: 'plan' });

    expect([draft.statusCode, (await get(slug)).statusCode]).toEqual([404, 404]);
  });

  it('stays not found when it is cancelled', async () => {
    const { id, slug } = await stage.ktEvent.create(aLottery());
    await stage.ktEvent.cancel(id);

    expect((await get(slug)).statusCode).toBe(404);
  });
});

describe('the page of a lottery', () => {
  let campaign: Campaign;
  beforeAll(async () => {
    campaign = await stage.publish(aLottery({ prizes: [{ name: '빙수', valueKrw: 60_000, quantity: 2 }] }));
  });

  it('says when it opens, and has no form before', async () => {
    const markup = await page(campaign.slug);

    expect(markup).toContain('12월 1일 (화) 00:00에 시작합니다');
    expect(markup).not.toContain('<form');
  });

  it('shows the offer, the odds and the form while it is open', async () => {
    stage.moveTo(whileOpen);
    await stage.ktEvent.advance(campaign.id);

    const markup = await page(campaign.slug);

    expect(markup).toContain(
      '<b class="count">2명</b><span><strong>빙수</strong> <small>60,000원 상당</small>',
    );
    expect(markup).toContain('12월 1일 (화) ~ 12월 3일 (목)');
    expect(markup).toContain('12월 4일 (금) 12:00');
    expect(markup).toMatch(/예상 응모 \d+명 중 \d+명/);
    expect(markup).toContain('실제 확률은 응모한 사람 수에 따라 달라집니다');
    expect(markup).toMatch(new RegExp(`<form [^>]*method="post" action="/e/${campaign.slug}/entries"`));
  });

  it('asks for a name and a phone, and for nothing else that is not optional', async () => {
    const fields = [...(await page(campaign.slug)).matchAll(/<input[^>]* name="([\w-]+)"([^>]*)>/g)];

    expect(fields.map(([, name, rest]) => [name, /\brequired\b/.test(rest ?? '')])).toEqual([
      ['idempotencyKey', false],
      ['name', true],
      ['phone', true],
      ['visitCode', false],
      ['overFourteen', true],
      ['consent', true],
      ['marketingConsent', false],
      ['website', false], // hidden: for programs that fill in everything
      ['altcha', false], // hidden: for a script that is asked to
    ]);
  });

  it('tells the four things a consent needs, with the period as the schedule has it', async () => {
    const markup = await page(campaign.slug);

    expect(markup).toContain('<dt>수집·이용 목적</dt><dd>응모 접수, 당첨자 추첨·연락, 경품 전달</dd>');
    expect(markup).toContain('<dt>수집 항목</dt><dd>이름, 휴대폰 번호</dd>');
    expect(markup).toContain('<strong>2027년 1월 3일까지, 이후 지체 없이 파기</strong>');
    expect(campaign.plan?.schedule.deleteAt).toBe('2027-01-03T13:00:00+09:00');
    expect(markup).toContain('동의를 거부할 수 있으며, 거부하면 응모할 수 없습니다');
    expect(markup).not.toMatch(/<details[^>]*>[\s\S]*수집 항목/); // plainly there, behind nothing
  });

  it('says who else handles the data, and that those under fourteen cannot enter', async () => {
    const agency = { name: '온동네마케팅', task: '이벤트 운영 대행' };
    stage.moveTo('2026-11-20T10:00:00+09:00');
    const { id, slug } = await stage.publish(aLottery({ processors: [agency] }));
    stage.moveTo(whileOpen);
    await stage.ktEvent.advance(id);

    const markup = await page(slug);

    expect(markup).toContain(
      '<dt>처리를 맡기는 곳</dt><dd><strong>온동네마케팅</strong> · 이벤트 운영 대행</dd>',
    );
    expect(await page(campaign.slug)).not.toContain('처리를 맡기는 곳');
    expect(markup).toContain('만 14세 미만은 응모할 수 없습니다. 만 14세 이상인 보호자가');
  });

  it('ticks nothing in advance, and needs the age and the consent but not the marketing', async () => {
    const markup = await page(campaign.slug);
    const boxes = [...markup.matchAll(/<input type="checkbox" id="\w+" name="(\w+)"( required)?/g)];

    expect(boxes.map(([, name, required]) => [name, required !== undefined])).toEqual([
      ['overFourteen', true],
      ['consent', true],
      ['marketingConsent', false],
    ]);
    expect(markup).not.toMatch(/<input[^>]* checked/);
    expect(markup).toContain('동의하지 않아도 응모할 수 있습니다');
    expect(markup).toContain('<strong>카페 온도의 행사·할인 안내</strong>');
  });

  it('says the small print of the poster, with tax, reserves and the weight of a visit', async () => {
    const markup = await page(campaign.slug);

    expect(markup).toContain('만 14세 이상 · 1인 1회 · 임직원과 관계자 제외');
    expect(markup).toContain('제세공과금 22%는 당첨자 부담');
    expect(markup).toMatch(/예비 당첨자 \d+명/);
    expect(markup).toContain('응모권 3장');
    expect(markup).toContain('수령 기한: 12월 11일 (금) 13:00');
    expect(markup).toContain('Instagram과 관련이 없습니다');
    expect(markup).toContain('href="tel:02-1234-5678">');
  });

  it('does not call a draw by the operator’s own secret one that anybody can trust', async () => {
    const trusted = await stage.publish(
      aLottery({
        period: { start: '2026-12-10', end: '2026-12-12' },
        draw: { at: '2026-12-13T12:00:00+09:00' },
      }),
    );

    expect(await page(campaign.slug)).toContain('추첨 기록을 공개합니다');
    expect(await page(trusted.slug)).toContain('누구나 검증할 수 있는 공개 추첨');
  });

  it('shows the picture under an address that works, with words for whoever cannot see it', async () => {
    const [, src = '', alt] =
      /<img src="([^"]+)" alt="([^"]+)" width="1080" height="1080" loading="lazy"/.exec(
        await page(campaign.slug),
      ) ?? [];
    const picture = await app.inject({ url: src.replaceAll('&amp;', '&') });

    expect(alt).toContain('빙수');
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });

  it('gives every visitor a key of their own, and is kept for nobody but to go back to', async () => {
    const visits = [await get(campaign.slug), await get(campaign.slug)];
    const keys = visits.map(({ body }) => /name="idempotencyKey" value="([^"]+)"/.exec(body)?.[1]);

    expect(new Set(keys).size).toBe(2);
    expect(visits.map(({ headers }) => headers['cache-control'])).toEqual([
      'private, no-cache',
      'private, no-cache',
    ]);
  });

  it('holds no code but modules of its own', async () => {
    expect(tagsWithCode(await page(campaign.slug))).toEqual([]);
  });

  it('closes, with a way to the proof and the fingerprint of what the draw is bound to', async () => {
    await stage.ktEvent.participate(campaign.slug, aPerson(1));
    stage.moveTo(afterClosing);
    await stage.ktEvent.advance(campaign.id);

    const markup = await page(campaign.slug);

    expect(markup).toContain('응모가 마감되었습니다');
    expect(markup).toContain(`<a href="/draws/${campaign.slug}">`);
    expect(markup).toMatch(/약속 지문 <code>[0-9a-f]{16}<\/code>/);
    expect(markup).not.toContain('<form');
  });
});

describe('the page of a first-come event', () => {
  it('counts down, and says when all is gone', async () => {
    stage.moveTo('2026-11-20T10:00:00+09:00');
    const { id, slug } = await stage.publish(aFirstCome(1));
    stage.moveTo(whileOpen);
    await stage.ktEvent.advance(id);
    const open = await page(slug);
    await stage.ktEvent.participate(slug, aPerson(1));

    const soldOut = await page(slug);

    expect(open).toMatch(/<strong>1개<\/strong> <small>.* 현재, 1개 가운데<\/small>/);
    expect(open).toContain('쿠폰 받기');
    expect(open).not.toContain('visitCode');
    expect(soldOut).toContain('준비한 수량이 모두 나갔습니다');
    expect(soldOut).not.toMatch(/<form|draws/);
  });
});

describe('any page', () => {
  it('says that a rehearsal is one, in the page and in its title', async () => {
    stage.moveTo('2026-11-20T10:00:00+09:00');
    const real = await stage.publish(aLottery());
    const rehearsal = await stage.publish(aLottery(), { rehearsal: true });

    expect(await page(rehearsal.slug)).toMatch(/<title>\[리허설\].*role="note">리허설입니다/s);
    expect(await page(real.slug)).not.toContain('리허설');
  });

  it('says that an event was cancelled', async () => {
    const { id, slug } = await stage.publish(aLottery());
    await stage.ktEvent.cancel(id);

    expect(await page(slug)).toContain('이 이벤트는 취소되었습니다');
  });

  it('shows hostile words as words', async () => {
    const hostile = '"><script>alert(1)</script>';
    const store = { ...aLottery().store, name: `${hostile}가게` };
    const prizes = [{ name: "' onerror=alert(1) x='", valueKrw: 5_000, quantity: 2 }];
    const { id, slug } = await stage.publish(
      aLottery({ name: `${hostile}${hostile}`.slice(0, 40), store, prizes }),
    );
    stage.moveTo(whileOpen);
    await stage.ktEvent.advance(id);

    const markup = await page(slug);

    expect(tagsWithCode(markup)).toEqual([]);
    expect(markup).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;가게');
    expect(markup).toContain('&#39; onerror=alert(1) x=&#39;');
  });
});
