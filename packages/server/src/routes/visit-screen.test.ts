import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import {
  aFirstCome,
  afterClosing,
  aLottery,
  openStage,
  type Stage,
  whileOpen,
} from '../testing/open-stage.js';
import { aPerson, postJson } from '../testing/requests.js';

/** Campaigns are published for real: posters and pictures take their time on a busy machine. */
const publishingMs = 120_000;

let stage: Stage;
let app: App;
let lottery: { readonly id: string; readonly slug: string };
/** Path of the screen. */
let screen: string;

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({
    ktEvent: stage.ktEvent,
    newId: randomUUID,
    entriesPerMinute: 10_000,
    now: stage.now,
  });
  lottery = await stage.publish(aLottery());
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(lottery.id);
  const { visit = '' } = await stage.ktEvent.staffLinks(lottery.id);
  screen = new URL(visit).pathname;
}, publishingMs);
beforeEach(() => stage.moveTo(whileOpen));
afterAll(async () => {
  await app.close();
  await stage.close();
});

const shownIn = (body: string) =>
  /<p class="code" id="code">(\d{3}) (\d{3})<\/p>/.exec(body)?.slice(1).join('');

describe('the screen in the store', () => {
  it('shows the code of now, big, with a code to scan, and turns over without a script', async () => {
    stage.moveTo('2026-12-02T12:00:20+09:00');
    const page = await app.inject({ url: screen });

    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(shownIn(page.body)).toBe(await stage.ktEvent.visitCode(lottery.id));
    expect(page.body).toContain('<svg class="qr"');
    expect(page.body).toContain('<noscript><meta http-equiv="refresh" content="41"></noscript>');
    expect(page.body).toContain('<meta name="robots" content="noindex">');
  });

  it('has a code to scan that opens the form with the six digits filled in, without a script', async () => {
    const { code, entryUrl } = await stage.ktEvent.visitScreen(lottery.id);
    const { pathname, search } = new URL(entryUrl);
    const page = await app.inject({ url: `${pathname}${search}` });

    expect(page.body).toMatch(new RegExp(`<input id="visitCode" [^>]*value="${code}"`));
    expect(page.body).toContain('찍으신 QR에서 채웠습니다.');
  });

  it.each(['12345', '1234567', '12345a', '"><b>', '１２３４５６', '123456&visit=123456', ''])(
    'leaves the field empty for ?visit=%s',
    async (given) => {
      const page = await app.inject({ url: `/e/${lottery.slug}?visit=${given}` });

      expect(page.statusCode).toBe(200);
      expect(page.body).toMatch(/<input id="visitCode" (?![^>]*value=)/);
      expect(page.body).toContain('매장에 적힌 6자리입니다.');
    },
  );

  it('allows the script of ours and nothing inline', async () => {
    const { headers, body } = await app.inject({ url: screen });

    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).not.toMatch(/<script(?![^>]* src=)|style="|onload=/);
  });

  it('gives its script the same code and the time that is left', async () => {
    stage.moveTo('2026-12-02T12:00:20+09:00');
    const { code, leftMs, open, qr } = (await app.inject({ url: `${screen}/code` })).json();

    expect({ code, leftMs, open }).toEqual({
      code: await stage.ktEvent.visitCode(lottery.id),
      leftMs: 40_000,
      open: true,
    });
    expect(qr.d).toMatch(/^M/);
  });

  it('shows another code in the next minute', async () => {
    const first = shownIn((await app.inject({ url: screen })).body);
    stage.moveTo('2026-12-02T12:01:00+09:00');

    expect(shownIn((await app.inject({ url: screen })).body)).not.toBe(first);
  });

  it(
    'shows no code while no entries are taken',
    async () => {
      stage.moveTo(afterClosing);
      const before = await stage.publish(
        aLottery({
          name: '다음',
          period: { start: '2026-12-20', end: '2026-12-22' },
          draw: { at: '2026-12-23T12:00:00+09:00', beacon: 'operator' },
        }),
      );
      const { visit = '' } = await stage.ktEvent.staffLinks(before.id);
      const page = await app.inject({ url: new URL(visit).pathname });

      expect([page.statusCode, shownIn(page.body)]).toEqual([200, undefined]);
    },
    publishingMs,
  );

  it(
    'is found by its link alone, which opens nothing else',
    async () => {
      const guessed = await app.inject({ url: `/v/${lottery.slug}-${'x'.repeat(22)}` });
      const other = await app.inject({ url: screen.replace('/v/', '/r/') });

      expect([guessed.statusCode, other.statusCode]).toEqual([404, 404]);
      stage.moveTo('2026-11-20T10:00:00+09:00');
      const shop = await stage.publish(aFirstCome(3));
      expect(await stage.ktEvent.staffLinks(shop.id)).toEqual({ redeem: expect.stringContaining('/r/') });
    },
    publishingMs,
  );
});

describe('wrong codes', () => {
  const wrong = (no: number) => postJson(app, lottery.slug, aPerson(no, { visitCode: '12' }));

  it('are counted for each address; after twenty none is taken for ten minutes, and entries without one are', async () => {
    for (let no = 1; no <= 20; no += 1) expect((await wrong(no)).json().code).toBe('USER_001');
    const refused = await wrong(21);
    const right = await postJson(
      app,
      lottery.slug,
      aPerson(22, { visitCode: await stage.ktEvent.visitCode(lottery.id) }),
    );
    const without = await postJson(app, lottery.slug, aPerson(23));
    stage.moveTo('2026-12-02T12:10:00+09:00');
    const later = await postJson(
      app,
      lottery.slug,
      aPerson(24, { visitCode: await stage.ktEvent.visitCode(lottery.id) }),
    );

    expect([refused.statusCode, refused.headers['retry-after'], refused.json().code]).toEqual([
      429,
      '600',
      'USER_056',
    ]);
    expect(right.json().code).toBe('USER_056');
    expect([without.statusCode, later.statusCode]).toEqual([201, 201]);
    expect(later.json().tickets).toEqual([
      { for: 'entry', count: 1 },
      { for: 'rotating_code', count: 2 },
    ]);
  });
});
