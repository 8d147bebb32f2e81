import type { LookupAddress } from 'node:dns';
import { isIPv6, type LookupFunction } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGotHttp } from '../../http/got-http.js';
import { type FaultServer, openFaultServer } from '../../testing/fault-server.js';
import { innerAddresses, publicAddresses } from './__fixtures__/inner-addresses.js';
import { createPublicLookup, isPublicAddress, notPublic, type Resolve } from './public-lookup.js';

let server: FaultServer;
beforeEach(async () => {
  server = await openFaultServer();
});
afterEach(() => server.close());

const found = (address: string): LookupAddress => ({ address, family: isIPv6(address) ? 6 : 4 });
const always =
  (...addresses: readonly string[]): Resolve =>
  async () =>
    addresses.map(found);

/** Asks a name that a stranger controls, on the port where somebody listens. */
function ask(lookup: LookupFunction, host = 'rebind.example'): Promise<unknown> {
  const url = `http://${host}:${new URL(server.url).port}/ok`;
  return createGotHttp({ lookup })({ provider: 'page', method: 'GET', url }).catch((error: unknown) => error);
}

/** What a socket would be given. */
function lookUp(lookup: LookupFunction, options: { family?: number; all?: boolean }): Promise<unknown> {
  return new Promise((resolve, reject) =>
    lookup('blog.example', options, (error, address, family) =>
      error ? reject(error) : resolve(options.all ? address : { address, family }),
    ),
  );
}

it('knows an inner address in each of its spellings', () => {
  expect(innerAddresses.length).toBeGreaterThanOrEqual(60);
  expect(innerAddresses.filter(isPublicAddress)).toEqual([]);
});

it('lets the public internet through, up to the edges of the special blocks', () => {
  expect(publicAddresses.filter((address) => !isPublicAddress(address))).toEqual([]);
});

it('connects to no inner address that a name leads to', async () => {
  const codes = new Set<unknown>();
  for (const address of innerAddresses) {
    codes.add(await ask(createPublicLookup(always(address))));
  }

  expect([...codes].every((error) => isRefused(error))).toBe(true);
  expect(server.sockets().total).toBe(0);
});

it('connects nowhere when one of several addresses is an inner one, or when there is none', async () => {
  const answers = [
    await ask(createPublicLookup(always('223.130.192.1', '127.0.0.1'))),
    await ask(createPublicLookup(always('127.0.0.1', '2606:4700:4700::1111'))),
    await ask(createPublicLookup(always())),
  ];

  expect(answers.every(isRefused)).toBe(true);
  expect(server.sockets().total).toBe(0);
});

it('judges a name again that answers differently the second time', async () => {
  const answers = ['223.130.192.1', '127.0.0.1'];
  const lookup = createPublicLookup(async () => [found(answers.shift() ?? '127.0.0.1')]);

  const first = await lookUp(lookup, { all: true });
  const second = await ask(lookup);

  expect(first).toEqual([{ address: '223.130.192.1', family: 4 }]);
  expect(isRefused(second)).toBe(true);
  expect(server.sockets().total).toBe(0);
});

it('asks the resolver once for each connection', async () => {
  let asked = 0;
  const lookup = createPublicLookup(async () => {
    asked += 1;
    return [found('10.0.0.1')];
  });

  await ask(lookup);

  expect(asked).toBe(1);
});

it('gives a socket one address or all, of the family it asks for', async () => {
  const lookup = createPublicLookup(always('2606:4700:4700::1111', '1.1.1.1'));

  expect(await lookUp(lookup, {})).toEqual({ address: '2606:4700:4700::1111', family: 6 });
  expect(await lookUp(lookup, { family: 4 })).toEqual({ address: '1.1.1.1', family: 4 });
  expect(await lookUp(lookup, { family: 6, all: true })).toEqual([found('2606:4700:4700::1111')]);
});

it('passes on that a name does not exist', async () => {
  const lookup = createPublicLookup(() =>
    Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
  );

  await expect(lookUp(lookup, { all: true })).rejects.toMatchObject({ code: 'ENOTFOUND' });
});

it('would be seen to connect without the guard, or when it is judged before the look-up', async () => {
  const unguarded: LookupFunction = (_host, _options, done) => done(null, [found('127.0.0.1')]);
  const answers = ['223.130.192.1', '127.0.0.1'];
  const rebinding = (): LookupAddress => found(answers.shift() ?? '127.0.0.1');
  const judgedBefore = isPublicAddress(rebinding().address);

  await ask(unguarded, 'first.example'); // a connection kept open would serve the second
  if (judgedBefore) await ask((_host, _options, done) => done(null, [rebinding()]));

  expect(server.sockets().total).toBe(2);
});

function isRefused(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'PROVIDER_005' &&
    error.message.includes(notPublic)
  );
}
