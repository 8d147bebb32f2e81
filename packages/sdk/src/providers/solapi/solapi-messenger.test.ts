import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noon, openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import type { Message } from '../messenger.js';
import { createSolapiMessenger } from './solapi-messenger.js';

const sendPath = '/messages/v4/send-many/detail';
let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

function create(
  over: { baseUrl?: string; now?: () => Date; randomBytes?: (size: number) => Uint8Array } = {},
) {
  const { SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER } = standIn.sandbox.credentials.solapi;
  return createSolapiMessenger({
    ...standIn.options(over.baseUrl ?? standIn.sandbox.baseUrls.solapi),
    apiKey: SOLAPI_API_KEY,
    apiSecret: SOLAPI_API_SECRET,
    sender: SOLAPI_SENDER,
    now: over.now ?? (() => noon),
    randomBytes: over.randomBytes ?? randomBytes,
  });
}

const message = (key: string, phone: string, text = '당첨 안내'): Message => ({ key, phone, text });

it('sends a batch once and tells for each whether it was taken', async () => {
  const deliveries = await create().send(
    [message('a', '+821055550001'), message('b', '+821000001062'), message('c', '+821055550003')],
    'ref-1',
  );

  expect(deliveries.map(({ key, accepted, reason }) => ({ key, accepted, reason }))).toEqual([
    { key: 'a', accepted: true, reason: undefined },
    { key: 'b', accepted: false, reason: '1062' },
    { key: 'c', accepted: true, reason: undefined },
  ]);
  expect(standIn.sandbox.publications()).toMatchObject([{ channel: 'SMS', reference: 'ref-1' }]);
});

it('does not send again when the answer was lost, and finds every message', async () => {
  const messenger = create();
  const batch = [message('a', '+821055550001'), message('b', '+821000001062')];
  standIn.sandbox.addFault({
    provider: 'solapi',
    match: { path: sendPath },
    fault: { kind: 'accept_then_drop' },
  });

  await expect(messenger.send(batch, 'ref-1')).rejects.toMatchObject({ code: 'PROVIDER_006' });
  const found = await messenger.find?.(batch, 'ref-1');

  expect(found).toMatchObject([
    { key: 'a', accepted: true },
    { key: 'b', accepted: false },
  ]);
  expect(standIn.sandbox.publications()).toHaveLength(1);
});

it('finds nothing when the request never arrived, nor under another reference', async () => {
  const messenger = create();
  const batch = [message('a', '+821055550001')];
  await messenger.send(batch, 'ref-1');

  expect(await messenger.find?.(batch, 'ref-2')).toBeUndefined();
});

it('finds a batch on a later page of the list', async () => {
  const messenger = create();
  const first = [message('a', '+821055550001')];
  await messenger.send(first, 'ref-1');
  const many = Array.from({ length: 600 }, (_, index) => message(`k${index}`, `+82105556${1000 + index}`));
  await messenger.send(many, 'ref-2');

  expect(await messenger.find?.(first, 'ref-1')).toMatchObject([{ accepted: true }]);
  expect(await messenger.find?.(many, 'ref-2')).toHaveLength(600);
});

it('is in doubt when its signature was seen before: an earlier copy arrived', async () => {
  const messenger = create({ randomBytes: (size) => new Uint8Array(size) });
  const batch = [message('a', '+821055550001')];
  await messenger.send(batch, 'ref-1');

  await expect(messenger.send(batch, 'ref-1')).rejects.toMatchObject({ code: 'PROVIDER_006' });
  expect(standIn.sandbox.publications()).toHaveLength(1);
});

it('signs every attempt anew', async () => {
  const fault = { kind: 'rate_limit', retryAfter: 'none' } as const;
  standIn.sandbox.addFault({ provider: 'solapi', match: { path: sendPath }, fault });
  const salts = new Set<string>();
  const counted = (size: number) => {
    const bytes = randomBytes(size);
    salts.add(bytes.toString('hex'));
    return bytes;
  };

  await create({ randomBytes: counted }).send([message('a', '+821055550001')], 'ref-1');

  expect(salts.size).toBe(2);
});

it('sends by the clock of the server when its own is off', async () => {
  const messenger = create({ now: () => new Date(noon.getTime() + 16 * 60_000) });

  expect(await messenger.send([message('a', '+821055550001')], 'r')).toMatchObject([{ accepted: true }]);
  expect(standIn.sandbox.publications()).toHaveLength(1);
});

it('sends as SMS up to 90 bytes, as LMS above, and prices each', async () => {
  const short = message('a', '+821055550001', '가'.repeat(45));
  const long = message('b', '+821055550002', '가'.repeat(46));
  const messenger = create();

  await messenger.send([short, long], 'ref-1');

  expect(messenger.priceKrw([short, long])).toBe(18 + 45);
  expect(() => messenger.priceKrw([message('c', '+821055550003', '가'.repeat(1_001))])).toThrow(
    expect.objectContaining({ code: 'USER_032' }),
  );
});

it('leaves out what a phone message cannot hold and says so', async () => {
  const deliveries = await create().send([message('a', '+821055550001', '축하🎉합니다')], 'ref-1');

  expect(deliveries).toMatchObject([{ accepted: true, dropped: ['🎉'] }]);
});

it('keeps people out of its errors, whatever is repeated to it', async () => {
  standIn.sandbox.addFault({
    provider: 'solapi',
    fault: {
      kind: 'status',
      code: 400,
      body: { errorCode: 'ValidationError', errorMessage: '가온누리 01055550001 is odd' },
    },
  });

  const failure = await create()
    .send([message('a', '+821055550001')], 'r')
    .catch((error: Error) => error);

  expect(failure).toMatchObject({ code: 'PROVIDER_001', context: { reason: 'HTTP 400, ValidationError' } });
  expect(JSON.stringify(failure)).not.toMatch(/55550001|가온누리/);
});
