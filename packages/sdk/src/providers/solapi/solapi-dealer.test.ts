import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aPost } from '../../testing/channel-fixtures.js';
import { noon, openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import { aSolapiDealer } from '../kakao-channel/__fixtures__/dealers.js';
import { createKakaoChannel } from '../kakao-channel/kakao-channel.js';
import type { KakaoDealer } from '../kakao-dealer.js';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

const sendPath = '/messages/v4/send-many/detail';
const readFixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./__fixtures__/${name}.json`, import.meta.url), 'utf8'));
const answerWith = (code: number, body: unknown, path = sendPath) =>
  standIn.sandbox.addFault({ provider: 'solapi', match: { path }, fault: { kind: 'status', code, body } });

const message = { text: aPost().text, to: ['01055550001', '01055550002'] };
const send = (dealer: KakaoDealer) => dealer.send(message, { reference: 'r1' });
const busy = { kind: 'rate_limit', retryAfter: 'none' } as const;

it('signs every attempt anew', async () => {
  standIn.sandbox.addFault({ provider: 'solapi', match: { path: sendPath }, fault: busy });
  const salts = new Set<string>();
  const counted = (size: number) => {
    const bytes = randomBytes(size);
    salts.add(bytes.toString('hex'));
    return bytes;
  };

  await send(aSolapiDealer(standIn, { randomBytes: counted }));

  expect(salts.size).toBe(2);
});

/** The defect: one signature for all attempts. The stand-in takes it once, so the repetition is in doubt. */
it('is in doubt, and sends nothing twice, when it signs once for all attempts', async () => {
  const dealer = aSolapiDealer(standIn, { randomBytes: (size) => new Uint8Array(size) });
  await send(dealer);

  await expect(send(dealer)).rejects.toMatchObject({ code: 'PROVIDER_006' });
  expect(standIn.sandbox.publications()).toHaveLength(1);
});

it.each([-20, 20])(
  'signs once more by the clock of the server when its own is %i minutes off',
  async (minutes) => {
    const now = () => new Date(noon.getTime() + minutes * 60_000);

    await send(aSolapiDealer(standIn, { now }));

    expect(standIn.sandbox.requests('solapi')).toHaveLength(2);
    expect(standIn.sandbox.publications()).toHaveLength(1);
  },
);

it('gives up as a matter of credentials when the clock of the server does not help either', async () => {
  const skewed = { errorCode: 'RequestTimeTooSkewed', errorMessage: 'off' };
  const fault = { kind: 'status', code: 403, body: skewed } as const;
  standIn.sandbox.addFault({ provider: 'solapi', match: { path: sendPath }, fault, times: 9 });

  await expect(send(aSolapiDealer(standIn))).rejects.toMatchObject({ code: 'AUTH_002' });
  expect(standIn.sandbox.requests('solapi')).toHaveLength(2);
});

it.each([
  [402, {}],
  [400, { errorCode: 'NotEnoughBalance', errorMessage: 'x' }],
])('says plainly, once, that the balance does not suffice (%i)', async (status, body) => {
  answerWith(status, body);

  const failure = send(aSolapiDealer(standIn));

  await expect(failure).rejects.toMatchObject({
    code: 'PROVIDER_001',
    spec: { retryable: false },
    message: expect.stringContaining('balance'),
    issues: [{ message: { ko: expect.stringContaining('잔액') } }],
  });
  expect(standIn.sandbox.requests('solapi')).toHaveLength(1);
});

it('reads an answer in which some were refused', async () => {
  answerWith(200, readFixture('send-partial'));

  expect(await send(aSolapiDealer(standIn))).toEqual({
    batchId: 'G4V20261201120000AAAAAAAAAAAAAAAA',
    total: 2,
    sentAt: noon,
    outcomes: [{ state: 'pending' }, { state: 'refused', code: '1030' }],
  });
});

it('reads a list in which somebody is missing, and counts him as refused an hour later', async () => {
  answerWith(200, readFixture('list'), '/messages/v4/list');
  const channel = createKakaoChannel({ dealer: aSolapiDealer(standIn), audience: [], now: () => noon });

  expect(await channel.find?.(aPost(), { reference: 'r1' })).toEqual({
    externalId: 'G4V20261201120000AAAAAAAAAAAAAAAA',
    state: 'submitted',
    delivery: { accepted: 4, delivered: 1, failed: 3, pending: 1 },
  });
});

it('refuses what nobody was taken of in plain words', async () => {
  const channel = createKakaoChannel({
    dealer: aSolapiDealer(standIn),
    audience: ['01000001062', '01000001020'],
    now: () => noon,
  });

  await expect(channel.publish(aPost(), { reference: 'r' })).rejects.toMatchObject({
    code: 'PROVIDER_001',
    message: expect.stringContaining('발신번호'),
  });
});
