import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';
import { aForm, aKey, aPerson, postForm, postJson } from '../testing/requests.js';
import { solveSlowly } from '../testing/solve-slowly.js';

let stage: Stage;
let app: App;
let slug: string;

beforeAll(async () => {
  stage = await openStage();
  const campaign = await stage.publish(aLottery({ guards: { challenge: 'always' } }));
  slug = campaign.slug;
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, entriesPerMinute: 10_000 });
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const turnedAway = async () => (await stage.ktEvent.guardTally(slug)).turnedAway;

describe('a program', () => {
  it('is told which challenge to solve, and is taken with its solution, once', async () => {
    const refused = await postJson(app, slug, aPerson(1));
    expect([refused.statusCode, refused.json().code]).toEqual([428, 'USER_057']);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);

    const proofs = { challenge: await solveSlowly(refused.json().challenge) };
    const key = { 'idempotency-key': aKey(1) };
    const taken = await postJson(app, slug, { ...aPerson(1), proofs }, key);
    const repeated = await postJson(app, slug, { ...aPerson(1), proofs }, key);
    const replayed = await postJson(app, slug, { ...aPerson(2), proofs });

    expect([taken.statusCode, repeated.statusCode, replayed.statusCode]).toEqual([201, 200, 428]);
    expect(repeated.body).toBe(taken.body);
    expect(replayed.json().detail).toContain('spent');
  });

  it('may ask for a challenge beforehand, which nobody keeps for it', async () => {
    const asked = await app.inject({ url: `/e/${slug}/challenge` });
    const proofs = { challenge: await solveSlowly(asked.json()) };

    expect(asked.headers['cache-control']).toBe('no-store');
    expect((await postJson(app, slug, { ...aPerson(3), proofs })).statusCode).toBe(201);
    expect((await app.inject({ url: '/e/zzzz/challenge' })).statusCode).toBe(404);
  });

  it('that fills in every field is refused like anybody who has left one out', async () => {
    const { challenge: before, honeypot } = await turnedAway();
    const trapped = await postJson(app, slug, { ...aPerson(4), proofs: { website: 'http://x' } });

    expect([trapped.statusCode, trapped.json().code, 'errors' in trapped.json()]).toEqual([
      400,
      'USER_001',
      false,
    ]);
    expect(trapped.json()).not.toHaveProperty('challenge');
    expect(await turnedAway()).toMatchObject({ honeypot: honeypot + 1, challenge: before });
  });
});

describe('a browser', () => {
  it('gets its form back, to pay and go on by itself', async () => {
    const refused = await postForm(app, slug, aForm(10, { name: '"><b>손님' }));
    const page = refused.body;

    expect(refused.statusCode).toBe(428);
    expect(page).toContain(
      `action="/e/${slug}/entries" data-challenge="/e/${slug}/challenge" data-challenge-now`,
    );
    expect(page).toContain('name="name" value="&quot;&gt;&lt;b&gt;손님"');
    expect(page).toContain('<noscript>');
    const policy = String(refused.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self';worker-src 'self';connect-src 'self'/);
    expect(policy).not.toMatch(/unsafe|\*|data:|script-src 'none'/);
    expect(refused.headers['cache-control']).toBe('no-store');

    const challenge = (await app.inject({ url: `/e/${slug}/challenge` })).json();
    const fields = { ...aForm(10), altcha: await solveSlowly(challenge) };
    expect((await postForm(app, slug, fields)).statusCode).toBe(201);
  });

  it('that is sent without a script finds its words where it left them', async () => {
    const refused = await postForm(app, slug, aForm(11));

    expect(refused.body).toContain('name="phone" value="010-7700-0011"');
    expect(refused.body).toContain('<button type="submit">다시 보내기</button>');
  });

  it('gets a name by chance with the page, and keeps it', async () => {
    const page = await app.inject({ url: `/e/${slug}` });
    const cookie = String(page.headers['set-cookie']);
    const [pair = ''] = cookie.split(';');

    expect(cookie).toMatch(
      /^kt-device=[\w-]{22}\.[\w-]{22}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/,
    );
    const again = await app.inject({ url: `/e/${slug}`, headers: { cookie: pair } });
    expect(again.headers['set-cookie']).toBeUndefined();
    const forged = await app.inject({ url: `/e/${slug}`, headers: { cookie: `${pair}x` } });
    expect(forged.headers['set-cookie']).toBeDefined();
  });

  it('behind https gets it for https alone', async () => {
    const proxied = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, trustedProxy: '127.0.0.1' });
    const headers = { 'x-forwarded-proto': 'https' };
    const cookie = String((await proxied.inject({ url: `/e/${slug}`, headers })).headers['set-cookie']);
    await proxied.close();

    expect(cookie).toMatch(/^__Host-kt-device=.*; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/);
  });
});

describe('a limit', () => {
  it('counts a device by its name: five in a minute, whatever others of its address do', async () => {
    const limited = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID });
    const named = () => ({ cookie: `kt-device=${stage.ktEvent.devices.issue()}` });
    const [one, other] = [named(), named()];
    const post = async (headers: Record<string, string>) => postJson(limited, slug, aPerson(20), headers);
    const statuses: number[] = [];
    for (let no = 0; no < 5; no += 1) statuses.push((await post(one)).statusCode);
    const sixth = await post(one);

    expect(new Set(statuses)).toEqual(new Set([428]));
    expect([sixth.statusCode, sixth.json().code]).toEqual([429, 'USER_014']);
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0);
    expect(sixth.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '0' });
    expect((await post(other)).statusCode).toBe(428);
    await limited.close();
  });

  it('is one for all the nameless of an address, and theirs is stricter', async () => {
    const limited = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID });
    const { limit } = await turnedAway();
    const statuses: number[] = [];
    for (let no = 0; no < 12; no += 1) {
      const headers = no % 2 === 0 ? {} : { cookie: `kt-device=${'A'.repeat(22)}.${'A'.repeat(22)}` };
      statuses.push((await postJson(limited, slug, aPerson(20), headers)).statusCode);
    }

    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 428), 429, 429]);
    expect(await turnedAway()).toMatchObject({ limit: limit + 2 });
    await limited.close();
  });
});
