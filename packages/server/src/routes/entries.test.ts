import { randomUUID } from 'node:crypto';
import { receiptSchema } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';
import { aKey, aPerson, postJson } from '../testing/requests.js';

let stage: Stage;
let app: App;
let lottery: { readonly id: string; readonly slug: string };

const withKey = (no: number) => ({ 'idempotency-key': aKey(no) });

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, entriesPerMinute: 10_000 });
  lottery = await stage.publish(aLottery());
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(lottery.id);
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

describe('an entry as JSON', () => {
  it('is created, with a receipt that no cache keeps', async () => {
    const answer = await postJson(app, lottery.slug, aPerson(1), withKey(1));

    expect(answer.statusCode).toBe(201);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(receiptSchema.safeParse(answer.json()).success).toBe(true);
  });

  it('gets the same receipt to the last character when it is sent again', async () => {
    const first = await postJson(app, lottery.slug, aPerson(2), withKey(2));

    const again = await postJson(app, lottery.slug, aPerson(2), withKey(2));

    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(again.body).toBe(first.body);
  });

  it('is refused for a phone that entered before, with the time of that entry', async () => {
    await postJson(app, lottery.slug, aPerson(3), withKey(3));

    const answer = await postJson(app, lottery.slug, aPerson(3, { name: '다른 이름' }), withKey(30));

    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'USER_004', status: 409 });
    expect(answer.json().detail).toContain('2026-12-02T12:00:00+09:00');
  });

  it('is refused under a key that came with another body', async () => {
    await postJson(app, lottery.slug, aPerson(4), withKey(4));

    const answer = await postJson(app, lottery.slug, aPerson(40), withKey(4));

    expect([answer.statusCode, answer.json().code]).toEqual([422, 'USER_009']);
  });

  it.each([
    ['no consent', { consent: false }, ['consent']],
    ['nobody over fourteen', { overFourteen: undefined }, ['overFourteen']],
    ['a landline', { phone: '02-123-4567' }, ['phone']],
    ['a blank name', { name: '   ' }, ['name']],
    ['a wrong visit code', { visitCode: '000000' }, ['visitCode']],
    ['a field we did not ask for', { birthday: '1990-01-01' }, ['birthday']],
  ])('with %s is told what to correct, in Korean', async (_, over, path) => {
    const answer = await postJson(app, lottery.slug, aPerson(5, over));

    expect([answer.statusCode, answer.json().code]).toEqual([400, 'USER_001']);
    const [issue] = answer.json().errors;
    expect(issue.path).toEqual(path);
    expect(issue.message.ko).toMatch(/\p{Script=Hangul}/u);
  });

  it('names every place to correct at once', async () => {
    const answer = await postJson(app, lottery.slug, { name: '', phone: '1' });

    const paths = answer.json().errors.map(({ path }: { path: string[] }) => path[0]);
    expect(paths).toEqual(['name', 'phone', 'consent', 'overFourteen']);
  });

  it.each(['{"name":', 'null', '"text"', '[]', '{"__proto__":{"consent":true}}', ''])(
    'is refused when it is %s',
    async (body) => {
      const answer = await postJson(app, lottery.slug, body);

      expect([answer.statusCode, answer.json().code]).toEqual([400, 'USER_001']);
    },
  );

  it('is refused without a body', async () => {
    const answer = await app.inject({ method: 'POST', url: `/e/${lottery.slug}/entries` });

    expect([answer.statusCode, answer.json().code]).toEqual([400, 'USER_001']);
  });

  it('is refused beyond four KiB, before it is read', async () => {
    const answer = await postJson(app, lottery.slug, aPerson(6, { name: '가'.repeat(2_000) }));

    expect([answer.statusCode, answer.json().code]).toEqual([413, 'USER_035']);
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'nonsense'])(
    'is refused as %s',
    async (type) => {
      const answer = await postJson(app, lottery.slug, aPerson(7), { 'content-type': type });

      expect([answer.statusCode, answer.json().code]).toEqual([415, 'USER_036']);
    },
  );

  it.each(['short', 'x'.repeat(256), 'has a space in it 123'])('is refused under the key %j', async (key) => {
    const answer = await postJson(app, lottery.slug, aPerson(8), { 'idempotency-key': key });

    expect([answer.statusCode, answer.json().code]).toEqual([400, 'USER_001']);
  });

  it('is not found where there is no event, nor where nobody approved one', async () => {
    const { id, slug } = await stage.ktEvent.create(
      aLottery({
        period: { start: '2026-12-10', end: '2026-12-12' },
        draw: { at: '2026-12-13T12:00:00+09:00', beacon: 'operator' },
      }),
    );
    await stage.ktEvent.advance(id, { until: 'plan' });

    const answers = await Promise.all(['zzzzzzzz', slug].map((name) => postJson(app, name, aPerson(9))));

    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [404, 'USER_002'],
      [404, 'USER_002'],
    ]);
  });
});
