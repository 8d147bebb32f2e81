import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPost } from '../../testing/channel-fixtures.js';
import { noon, openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import { aNhnDealer } from '../kakao-channel/__fixtures__/dealers.js';
import { createKakaoChannel } from '../kakao-channel/kakao-channel.js';
import { listWindows, readInstant } from './list-windows.js';

let standIn: StandIn;
let nowMs: number;
const now = () => new Date(nowMs);
beforeEach(async () => {
  nowMs = noon.getTime();
  standIn = await openStandIn(now);
});
afterEach(() => standIn.close());

const root = '/brand-message/v1.0/appkeys/sandboxNhnAppkey';
const readFixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./__fixtures__/${name}.json`, import.meta.url), 'utf8'));
const answerWith = (body: unknown, path = `${root}/freestyle-messages`) =>
  standIn.sandbox.addFault({ provider: 'nhn', match: { path }, fault: { kind: 'status', code: 200, body } });
const refuseWith = (resultCode: number) =>
  answerWith({ header: { isSuccessful: false, resultCode, resultMessage: '01055550001 is odd' } });

const message = { text: aPost().text, to: ['01055550001', '01055550002'] };
const dealer = () => aNhnDealer(standIn, { now });
const send = (reference = 'r1') => dealer().send(message, { reference });

it('finds by our reference what a repeated key says has arrived, instead of sending it again', async () => {
  const fault = { kind: 'accept_then_drop' } as const;
  standIn.sandbox.addFault({ provider: 'nhn', match: { path: `${root}/freestyle` }, fault });
  await expect(send()).rejects.toMatchObject({ code: 'PROVIDER_006' });

  await expect(send()).rejects.toMatchObject({ code: 'PROVIDER_006', context: { reason: '-1005' } });
  const found = await dealer().find({ reference: 'r1' });

  expect(found).toMatchObject({ total: 2, outcomes: [{ state: 'pending' }, { state: 'pending' }] });
  expect(standIn.sandbox.publications()).toMatchObject([{ provider: 'nhn', externalId: found?.batchId }]);
});

it('finds what was sent weeks ago, within searches that NHN allows', async () => {
  const { batchId } = await send();
  nowMs += 80 * 86_400_000;

  expect(await dealer().find({ reference: 'r1' })).toMatchObject({ batchId, total: 2 });
});

it.each([
  [-1000, 'AUTH_002', 'rejected'],
  [-1001, 'AUTH_002', 'rejected'],
  [-2017, 'PROVIDER_001', 'rejected'],
  [-4029, 'PROVIDER_001', 'rejected'],
  [-8008, 'PROVIDER_001', 'rejected'],
  [-31_337, 'PROVIDER_001', 'rejected'],
  [-7000, 'PROVIDER_006', 'in_doubt'],
  [-9999, 'PROVIDER_006', 'in_doubt'],
])('takes %i in an answer of status 200 for what it is', async (resultCode, code, outcome) => {
  refuseWith(resultCode);

  const failure = await send().catch((error: unknown) => error);

  expect(failure).toMatchObject({ code, spec: { outcome } });
  expect(JSON.stringify(failure)).not.toContain('55550001');
  expect(standIn.sandbox.requests('nhn')).toHaveLength(1);
});

it('says in plain words of both languages why it was refused', async () => {
  refuseWith(-4029);

  await expect(send()).rejects.toMatchObject({
    message: expect.stringContaining('50,000'),
    issues: [{ message: { ko: expect.stringContaining('5만'), en: expect.stringContaining('-4029') } }],
  });
});

it('waits and repeats when it is too fast', async () => {
  const fault = { kind: 'rate_limit', retryAfter: 1 } as const;
  standIn.sandbox.addFault({ provider: 'nhn', match: { path: `${root}/freestyle` }, fault });

  expect(await send()).toMatchObject({ total: 2 });
  expect(standIn.sandbox.requests('nhn')).toHaveLength(2);
});

describe('with some refused at the door', () => {
  const oneRefused = ['01000003301', '01055550002'];

  it('counts them, also later, when the list does not name them', async () => {
    const channel = createKakaoChannel({ dealer: dealer(), audience: oneRefused, now });

    const { externalId, delivery } = await channel.publish(aPost(), { reference: 'r' });
    nowMs += 20 * 60_000;

    expect(delivery).toEqual({ accepted: 1, delivered: 0, failed: 1, pending: 1 });
    expect(await channel.track?.(externalId)).toMatchObject({
      state: 'published',
      delivery: { accepted: 1, delivered: 1, failed: 1, pending: 0 },
    });
  });

  it('is refused when nobody is left', async () => {
    const channel = createKakaoChannel({ dealer: dealer(), audience: ['01000003301'], now });

    await expect(channel.publish(aPost(), { reference: 'r' })).rejects.toMatchObject({
      code: 'PROVIDER_001',
      message: expect.stringContaining('거부'),
    });
  });

  it('is refused when none is named either', async () => {
    refuseWith(-1031);

    const { outcomes } = await send();

    expect(outcomes).toEqual([
      { state: 'refused', code: '-1031' },
      { state: 'refused', code: '-1031' },
    ]);
  });
});

it('reads recorded answers', async () => {
  answerWith(readFixture('send-partial'));
  answerWith(readFixture('list'), `${root}/messages`);

  expect(await send()).toEqual({
    batchId: '20261201120000ABCDEF000001',
    total: 2,
    sentAt: noon,
    outcomes: expect.arrayContaining([{ state: 'pending' }, { state: 'refused', code: '-3301' }]),
  });
  expect(await dealer().find({ reference: 'r1' })).toEqual({
    batchId: '20261201120000ABCDEF000001',
    total: 4,
    sentAt: new Date('2026-12-01T11:00:00+09:00'),
    outcomes: [{ state: 'delivered' }, { state: 'pending' }, { state: 'failed', code: 'MRC02' }],
  });
});

it('asks for ranges that touch, none wider than 30 days, none older than 90', () => {
  const ranges = listWindows(noon);
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

  expect(ranges[0]?.endRequestDate).toBe('2026-12-02 12:00');
  expect(ranges.slice(1).map(({ endRequestDate }) => endRequestDate)).toEqual(
    ranges.slice(0, -1).map(({ startRequestDate }) => startRequestDate),
  );
  for (const { startRequestDate, endRequestDate } of ranges)
    expect(days(startRequestDate, endRequestDate)).toBeLessThanOrEqual(30);
  expect(days(ranges.at(-1)?.startRequestDate ?? '', '2026-12-01 12:00')).toBeLessThan(90);
});

it.each([
  ['2026-12-01 11:00:00.0', '2026-12-01T02:00:00.000Z'],
  ['2026-12-01 11:00', '2026-12-01T02:00:00.000Z'],
  ['soon', undefined],
  [null, undefined],
])('reads the instant %s', (text, iso) => {
  expect(readInstant(text)?.toISOString()).toBe(iso);
});
