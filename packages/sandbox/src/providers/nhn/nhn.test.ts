import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import {
  type Answered,
  advance,
  call,
  dayMs,
  openTestSandbox,
  postJson,
  type ReadonlyJson,
} from '../../testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const secret = () => ({ 'x-secret-key': sandbox.credentials.nhn.NHN_KAKAO_SECRET_KEY });
const urlOf = (rest: string, { baseUrls, credentials } = sandbox) =>
  `${baseUrls.nhn}/brand-message/v1.0/appkeys/${credentials.nhn.NHN_KAKAO_APPKEY}/${rest}`;

const brandMessage = (phones: readonly string[], overrides: object = {}) => ({
  senderKey: sandbox.credentials.nhn.NHN_SENDER_KEY,
  chatBubbleType: 'TEXT',
  content: '(광고) 비 오는 날 할인',
  senderGroupingKey: 'r-1',
  recipientList: phones.map((recipientNo, index) => ({
    recipientNo,
    targeting: 'I',
    recipientGroupingKey: String(index),
  })),
  ...overrides,
});

const post = (body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  postJson(urlOf('freestyle-messages'), body, { ...secret(), ...headers });
const send = (phones: readonly string[], overrides: object = {}) => post(brandMessage(phones, overrides));
const list = (query: string) => call(urlOf(`messages?${query}`), { headers: secret() });
const resultOf = ({ json }: Answered) => json['header']?.['resultCode'];
const rowsOf = ({ json }: Answered): readonly ReadonlyJson[] =>
  Object.values(json['messageSearchResultResponse']?.['messages'] ?? {});
const keyed = (key: string) => ({ 'x-nc-api-idempotency-key': key });
const today = 'startRequestDate=2026-11-20 00:00&endRequestDate=2026-11-21 00:00';

describe('nhn', () => {
  it('works a message off, then says that Kakao delivered it, and only then a friend sees it', async () => {
    const sent = await send(['01012345678']);
    const requestId = sent.json['message']?.['requestId'];
    const states = [];
    for (const wait of [0, 2_000, 5_999, 1]) {
      await advance(sandbox, wait);
      const [row] = rowsOf(await list(`requestId=${requestId}`));
      states.push([row?.['messageStatus'], row?.['resultCode'], sandbox.shown().length]);
    }

    expect(sent.json['header']).toEqual({ resultCode: 0, resultMessage: 'SUCCESS', isSuccessful: true });
    expect(states).toEqual([
      ['READY', null, 0],
      ['COMPLETED', null, 0],
      ['COMPLETED', null, 0],
      ['COMPLETED', 'MRC01', 1],
    ]);
    expect(sandbox.shown()).toMatchObject([
      { provider: 'nhn', channel: 'BRAND_MESSAGE', externalId: requestId, text: '(광고) 비 오는 날 할인' },
    ]);
  });

  it('names each recipient in its answer, and keeps nothing of whom it refused', async () => {
    const sent = await send(['01012345678', '01000003301', '123']);
    const found = await list(`${today}&senderGroupingKey=r-1`);

    expect(resultOf(sent)).toBe(0);
    expect(
      Object.values(sent.json['message']?.['sendResults'] ?? {}).map(({ resultCode }) => resultCode),
    ).toEqual([0, -3301, -5000]);
    expect(rowsOf(found).map(({ recipientSeq }) => recipientSeq)).toEqual([1]);
    expect(sandbox.publications()).toMatchObject([{ channel: 'BRAND_MESSAGE', reference: 'r-1' }]);
  });

  it('publishes nothing when every recipient was refused', async () => {
    expect(resultOf(await send(['01000003301']))).toBe(-1031);
    expect(sandbox.publications()).toEqual([]);
  });

  it('refuses a key for ten minutes without telling what came of the first request', async () => {
    const body = brandMessage(['01012345678']);
    const first = await post(body, keyed('k'));
    const again = await post(body, keyed('k'));
    const other = await post(body, keyed('other'));
    await advance(sandbox, 10 * 60_000);
    const late = await post(body, keyed('k'));

    expect([first, again, other, late].map(resultOf)).toEqual([0, -1005, 0, 0]);
    expect(again.json['message']).toBeUndefined();
    expect(sandbox.publications()).toHaveLength(3);
  });

  it('remembers keys and messages over a crash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kt-event-nhn-'));
    const journalPath = join(folder, 'journal');
    await sandbox.close();
    sandbox = await openTestSandbox({ journalPath });
    const body = brandMessage(['01012345678']);
    await post(body, keyed('k'));
    await sandbox.close();
    sandbox = await openTestSandbox({ journalPath });

    expect(resultOf(await post(body, keyed('k')))).toBe(-1005);
    expect(rowsOf(await list(`${today}&senderGroupingKey=r-1`))).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('finds by the key of the sender and pages', async () => {
    await send(['01012345671', '01012345672', '01012345673']);
    await send(['01012345674'], { senderGroupingKey: 'r-2' });
    const of = (query: string) => list(`${today}&${query}`);

    expect(rowsOf(await of('senderGroupingKey=r-2'))).toMatchObject([{ recipientNo: '01012345674' }]);
    expect(rowsOf(await of('senderGroupingKey=r-1&pageSize=2'))).toHaveLength(2);
    expect(rowsOf(await of('senderGroupingKey=r-1&pageSize=2&pageNum=2'))).toHaveLength(1);
    expect(rowsOf(await of('senderGroupingKey=none'))).toEqual([]);
  });

  it.each([
    ['a list without an id or a range', 'pageNum=1', -4103],
    ['a range of 32 days', 'startRequestDate=2026-10-20 00:00&endRequestDate=2026-11-21 00:00', -4003],
    ['a range 91 days ago', 'startRequestDate=2026-08-21 00:00&endRequestDate=2026-08-22 00:00', -4103],
    ['a page of 1,001 rows', `${today}&pageSize=1001`, 4],
  ])('refuses %s', async (_what, query, resultCode) => {
    const answer = await list(query);

    expect([answer.status, resultOf(answer)]).toEqual([200, resultCode]);
  });

  it.each([
    [
      'targets that a small shop cannot have',
      { recipientList: [{ recipientNo: '01012345678', targeting: 'N' }] },
      -4029,
    ],
    ['no target at all', { recipientList: [{ recipientNo: '01012345678' }] }, -4029],
    ['nobody', { recipientList: [] }, -4011],
    [
      'more than 1,000',
      { recipientList: Array.from({ length: 1_001 }, () => ({ recipientNo: '01012345678' })) },
      -2004,
    ],
    ['a foreign profile', { senderKey: 'x'.repeat(40) }, -2017],
    ['an unknown bubble', { chatBubbleType: 'SQUARE' }, 4],
    ['no words', { content: '' }, -2001],
    ['1,301 characters', { content: '가'.repeat(1_301) }, -2000],
    ['100 line breaks', { content: `가${'\n'.repeat(100)}` }, -2000],
    ['a banned word', { content: 'SANDBOX_BANNED' }, -8008],
    ['a key of 101 characters', { senderGroupingKey: 'k'.repeat(101) }, -2000],
  ])('refuses %s with status 200', async (_what, overrides, resultCode) => {
    const answer = await send(['01012345678'], overrides);

    expect([answer.status, resultOf(answer), answer.json['header']?.['isSuccessful']]).toEqual([
      200,
      resultCode,
      false,
    ]);
    expect(sandbox.publications()).toEqual([]);
  });

  it('tells a wrong app key from a wrong secret', async () => {
    const url = urlOf('messages').replace(sandbox.credentials.nhn.NHN_KAKAO_APPKEY, 'another');

    expect(resultOf(await call(url, { headers: secret() }))).toBe(-1000);
    expect(resultOf(await call(urlOf('messages'), { headers: { 'x-secret-key': 'guess' } }))).toBe(-1001);
  });

  it('fails what Kakao does not deliver, never ends with one number, and fails all at night', async () => {
    const phones = ['01000003102', '01000003107', '01000003000', '01012345678'];
    await send(phones);
    await advance(sandbox, dayMs);
    const byDay = rowsOf(await list(`${today}&senderGroupingKey=r-1`));
    await postJson(`${sandbox.url}/__sandbox/clock`, { now: '2026-11-21T11:50:00Z' });
    await send(phones.slice(3), { senderGroupingKey: 'night' });
    await advance(sandbox, 60_000);
    const range = 'startRequestDate=2026-11-21 00:00&endRequestDate=2026-11-22 00:00';
    const byNight = rowsOf(await list(`${range}&senderGroupingKey=night`));

    expect(byDay.map(({ resultCode }) => resultCode)).toEqual(['MRC02', 'MRC02', null, 'MRC01']);
    expect(byNight).toMatchObject([{ messageStatus: 'FAILED', resultCode: 'MRC02' }]);
  });

  it('hides the secret and phones in recorded requests', async () => {
    await send(['01012345678']);

    const recorded = JSON.stringify(sandbox.requests('nhn'));
    expect(recorded).not.toContain(sandbox.credentials.nhn.NHN_KAKAO_SECRET_KEY);
    expect(recorded).not.toContain('01012345678');
  });
});
