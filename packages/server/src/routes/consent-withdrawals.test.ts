import { randomUUID } from 'node:crypto';
import type { Receipt } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';

let stage: Stage;
let app: App;
/** Two events of one store. */
let event: { readonly id: string; readonly slug: string };
let other: { readonly id: string; readonly slug: string };

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, entriesPerMinute: 10_000 });
  event = await stage.publish(aLottery());
  other = await stage.publish(aLottery({ name: '두 번째 이벤트' }));
  stage.moveTo(whileOpen);
  for (const { id } of [event, other]) await stage.ktEvent.advance(id);
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const enter = async (no: number, over: object = {}, { slug } = event) =>
  (await stage.ktEvent.participate(slug, aPerson(no, over))).receipt;

const pathOf = ({ entryId }: Receipt) => `/e/${event.slug}/receipts/${entryId}`;

/** As a browser without a script sends the form of the page. */
const send = (url: string, salt: string) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams({ salt }).toString(),
  });
const open = (receipt: Receipt) => send(pathOf(receipt), receipt.salt);
const withdraw = (receipt: Receipt, salt = receipt.salt) => send(`${pathOf(receipt)}/consent`, salt);
const counts = async ({ id } = event) => {
  const { consents, withdrawn } = await stage.ktEvent.consents(id);
  return { consents, withdrawn };
};

describe('the consent to hear of the store', () => {
  it('is offered to be taken back to those alone who gave it', async () => {
    const given = await open(await enter(1, { marketingConsent: true }));
    const never = await open(await enter(2));

    expect(given.body).toContain('소식 받기 동의 거두기');
    expect(never.body).not.toMatch(/소식 받기|\/consent"/);
  });

  it('is taken back by the form of the receipt, in every event of the store, and the entry stays', async () => {
    const receipt = await enter(3, { marketingConsent: true });
    await enter(3, { marketingConsent: true }, other);
    const before = [await counts(), await counts(other)];
    const form =
      /<form method="post" action="([^"]+\/consent)">\s*<input[^>]*name="salt" value="([^"]+)"/.exec(
        (await open(receipt)).body,
      );
    const answer = await send(String(form?.[1]), String(form?.[2]));
    const after = [await counts(), await counts(other)];

    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.body).toMatch(/소식 받기 동의를 거두었습니다.*12월 2일 \(수\) 12:00에 거두었습니다/s);
    expect(answer.body).toContain(receipt.entryId);
    expect(after).toEqual(
      before.map(({ consents, withdrawn }) => ({ consents: consents - 1, withdrawn: withdrawn + 1 })),
    );
    expect((await stage.ktEvent.status(event.id)).entries.accepted).toBeGreaterThan(2);
  });

  it('is taken back once, however often the page is loaded again, and the first time stands', async () => {
    const receipt = await enter(4, { marketingConsent: true });
    await withdraw(receipt);
    const once = await counts();
    stage.moveTo('2026-12-02T15:00:00+09:00');
    const again = await withdraw(receipt);
    stage.moveTo(whileOpen);

    expect(again.body).toContain('12월 2일 (수) 12:00에 거두었습니다');
    expect(again.body).not.toContain('/consent"');
    expect(await counts()).toEqual(once);
  });

  it('is taken back by nobody else, and the answer tells nothing of whose it is', async () => {
    const receipt = await enter(5, { marketingConsent: true });
    const before = await counts();
    const wrong = await withdraw(receipt, '0'.repeat(32));
    const unknown = await withdraw({ ...receipt, entryId: '0'.repeat(32) });
    const looked = await app.inject({ url: `${pathOf(receipt)}/consent` });

    expect([wrong.statusCode, unknown.statusCode, looked.statusCode]).toEqual([404, 404, 405]);
    expect(wrong.body.replaceAll(receipt.entryId, '')).toBe(unknown.body.replaceAll('0'.repeat(32), ''));
    expect(await counts()).toEqual(before);
  });

  it('asked to be taken back by who never gave it, is nothing that happens', async () => {
    const receipt = await enter(6);
    const before = await counts();
    const answer = await withdraw(receipt);

    expect([answer.statusCode, await counts()]).toEqual([200, before]);
    expect(answer.body).not.toContain('거두었습니다');
  });
});
