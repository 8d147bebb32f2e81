import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import { createNtsRegistry } from './nts-registry.js';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

function create(over: { baseUrl?: string; serviceKey?: string } = {}) {
  const serviceKey = over.serviceKey ?? standIn.sandbox.credentials.nts.DATA_GO_KR_SERVICE_KEY;
  return createNtsRegistry({ ...standIn.options(over.baseUrl ?? standIn.sandbox.baseUrls.nts), serviceKey });
}

it.each([
  ['124-81-00998', 'active'],
  ['1208147521', 'suspended'],
  ['1208800767', 'closed'],
  ['9999999999', 'unknown'],
])('knows that %s is %s', async (number, status) => {
  expect(await create().status(number)).toBe(status);
});

it('does not know a number while the registry is away, and says so', async () => {
  standIn.sandbox.addFault({ provider: 'nts', fault: { kind: 'html_200' }, times: 3 });
  expect(await create().status('1248100998')).toBe('unverified');

  standIn.sandbox.addFault({ provider: 'nts', fault: { kind: 'status', code: 500 }, times: 50 });
  expect(await create().status('1248100998')).toBe('unverified');
  expect(await create({ baseUrl: standIn.deadUrl }).status('1248100998')).toBe('unverified');
});

it('tells a person about a key that is not accepted, at 401 and at 400 alike', async () => {
  await expect(create({ serviceKey: 'wrong' }).status('1248100998')).rejects.toMatchObject({
    code: 'AUTH_002',
  });

  const body = { code: -4, msg: '등록되지 않은 인증키 입니다.' };
  standIn.sandbox.addFault({ provider: 'nts', fault: { kind: 'status', code: 400, body } });
  await expect(create().status('1248100998')).rejects.toMatchObject({ code: 'AUTH_002' });
});

it('passes a cancellation on', async () => {
  await expect(create().status('1248100998', AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});
