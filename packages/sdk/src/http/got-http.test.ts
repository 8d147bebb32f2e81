import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { KtEventError, ProviderError } from '../errors/index.js';
import { withTimeout } from '../resilience/with-timeout.js';
import { type Fault, type FaultServer, openFaultServer } from '../testing/fault-server.js';
import { createGotHttp } from './got-http.js';
import type { HttpRequest } from './http.js';
import { readJson } from './read-json.js';
import { requireOk } from './require-ok.js';

let server: FaultServer;
const http = createGotHttp();
const answer = z.object({ id: z.string() });

beforeAll(async () => {
  server = await openFaultServer();
});
afterAll(() => server.close());

/** Far more than an answer takes; those that never come are given up after a moment. */
const [patientMs, impatientMs] = [60_000, 400];
const never = ['noAnswer', 'slowBody', 'endlessBody'];

/** The way every adapter goes: deadline, network, status, form. */
function send(path: string, request: Partial<HttpRequest> = {}): Promise<z.output<typeof answer>> {
  const whole: HttpRequest = { provider: 'fault', method: 'POST', url: `${server.url}/${path}`, ...request };
  return withTimeout(
    async (signal) => readJson(requireOk(await http(whole, signal), 'fault'), answer, 'fault'),
    { name: 'fault', timeoutMs: never.includes(path) ? impatientMs : patientMs },
  );
}

async function failure(attempt: Promise<unknown>): Promise<KtEventError> {
  const error = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!KtEventError.is(error)) throw new Error(`no error of ours: ${inspect(error)}`);
  return error;
}

const large = { bytes: new Uint8Array(8 * 1024 * 1024) };

it.each<[string, string, string, string, Partial<HttpRequest>?]>([
  ['F4 429 with seconds', '429?retry-after=2', 'PROVIDER_002', 'rejected'],
  ['F4 429 without a time', '429', 'PROVIDER_002', 'rejected'],
  ['F4 425 too early', '425', 'PROVIDER_002', 'rejected'],
  ['F5 400', '400', 'PROVIDER_001', 'rejected'],
  ['F5 401', '401', 'AUTH_002', 'rejected'],
  ['F5 403', '403', 'AUTH_002', 'rejected'],
  ['F5 404', '404', 'PROVIDER_001', 'rejected'],
  ['F5 409', '409', 'PROVIDER_001', 'rejected'],
  ['F5 422', '422', 'PROVIDER_001', 'rejected'],
  ['F6 408', '408', 'PROVIDER_006', 'in_doubt'],
  ['F6 500', '500', 'PROVIDER_006', 'in_doubt'],
  ['F6 502', '502', 'PROVIDER_006', 'in_doubt'],
  ['F6 503', '503', 'PROVIDER_006', 'in_doubt'],
  ['F6 503 with a time', '503?retry-after=2', 'PROVIDER_002', 'rejected'],
  ['F6 504', '504', 'PROVIDER_006', 'in_doubt'],
  ['F7 reset before the request was written', 'resetBeforeRead', 'PROVIDER_006', 'in_doubt', large],
  ['F8 reset after the request', 'resetAfterRequest', 'PROVIDER_006', 'in_doubt'],
  ['F8 reset within the answer', 'cutBody', 'PROVIDER_006', 'in_doubt'],
  ['F10 no answer', 'noAnswer', 'PROVIDER_006', 'in_doubt'],
  ['F11 slow body', 'slowBody', 'PROVIDER_006', 'in_doubt'],
  ['F12 malformed JSON', 'malformedJson', 'PROVIDER_004', 'in_doubt'],
  ['F12 truncated JSON', 'truncatedJson', 'PROVIDER_004', 'in_doubt'],
  ['F12 empty body', 'emptyBody', 'PROVIDER_004', 'in_doubt'],
  ['F12 wrong content type', 'wrongContentType', 'PROVIDER_004', 'in_doubt'],
  ['F12 HTML login page', 'loginPage', 'PROVIDER_004', 'in_doubt'],
  ['F12 broken compression', 'badGzip', 'PROVIDER_004', 'in_doubt'],
  ['F12 not HTTP', 'notHttp', 'PROVIDER_004', 'in_doubt'],
  ['F13 an error inside a 200', 'otherJson', 'PROVIDER_004', 'in_doubt'],
  ['F14 a body declared too large', 'declaredHuge', 'PROVIDER_004', 'in_doubt'],
  ['F14 a body without end', 'endlessBody', 'PROVIDER_004', 'in_doubt'],
  ['F14 a small body that unpacks to a large one', 'gzipBomb', 'PROVIDER_004', 'in_doubt', { maxBytes: 1e6 }],
  ['F14 a header of 64 KB', 'hugeHeader', 'PROVIDER_004', 'in_doubt'],
  ['F14 a redirect loop', 'redirectLoop', 'PROVIDER_001', 'rejected'],
])('%s (%s) is %s, %s', async (_, path, code, outcome, request) => {
  const error = await failure(send(path, request));

  expect([error.code, error.spec.outcome]).toEqual([code, outcome]);
});

it.each<[string, () => Promise<string> | string]>([
  ['F2 connection refused', closedUrl],
  ['F2 TLS with a server that has none', () => server.url.replace('http:', 'https:')],
])('%s is PROVIDER_005, not sent', async (_, url) => {
  const error = await failure(send('', { url: await url() }));

  expect([error.code, error.spec.outcome]).toEqual(['PROVIDER_005', 'not_sent']);
});

it.each<[string, (callback: (error: Error) => void) => void]>([
  ['F1 a name that does not exist', (callback) => callback(systemError('ENOTFOUND'))],
  ['F1 a name server that fails', (callback) => callback(systemError('EAI_AGAIN'))],
  ['F1 a name server that does not answer', () => {}],
])('%s is PROVIDER_005, not sent', async (_, look) => {
  const resolving = createGotHttp({
    connectTimeoutMs: 20,
    lookup: (_host, _options, callback) => look((error) => callback(error, '')),
  });
  const request = { provider: 'fault', method: 'GET', url: 'http://provider.test/' } as const;

  const error = await failure(resolving(request));

  expect([error.code, error.spec.outcome]).toEqual(['PROVIDER_005', 'not_sent']);
});

it('takes no connection that a client without a look-up of its own has opened', async () => {
  const url = server.url.replace('127.0.0.1', 'localhost');
  const request = { provider: 'fault', method: 'GET', url: `${url}/ok` } as const;
  const refusing = createGotHttp({
    lookup: (_host, _options, callback) => callback(systemError('ENOTFOUND'), ''),
  });
  await createGotHttp()(request);

  const error = await failure(refusing(request));

  expect(error.code).toBe('PROVIDER_005');
});

it.each<Fault>(['ok', 'latency'])('F9 %s within the deadline is an answer', async (path) => {
  await expect(send(path)).resolves.toEqual({ id: '1' });
});

it.each<Fault>(['noAnswer', 'slowBody', 'endlessBody'])('lets go of the socket of %s', async (path) => {
  await failure(send(path, { maxBytes: 1e6 }));

  await expect.poll(() => server.sockets().open, { interval: 5 }).toBeLessThanOrEqual(1);
});

it('keeps a connection for the next request', async () => {
  await send('ok');
  const { total } = server.sockets();

  await send('ok');

  expect(server.sockets().total).toBe(total);
});

it('throws the reason of a cancellation untouched and sends nothing when it came first', async () => {
  const reason = new Error('the person left');
  const controller = new AbortController();
  const request = { provider: 'fault', method: 'GET', url: `${server.url}/noAnswer` } as const;

  const attempt = http(request, controller.signal);
  setTimeout(() => controller.abort(reason), 20);

  await expect(attempt).rejects.toBe(reason);
  const received = server.received();
  await expect(http(request, controller.signal)).rejects.toBe(reason);
  expect(server.received()).toBe(received);
});

it('sends the method, the query, the headers and no body it was not given', async () => {
  const { bytes } = await http({
    provider: 'fault',
    method: 'DELETE',
    url: `${server.url}/echo`,
    query: { page: '2', name: '봄 행사' },
    headers: { 'x-reference': 'abc' },
  });

  expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
    method: 'DELETE',
    url: `/echo?page=2&name=${encodeURIComponent('봄 행사').replaceAll('%20', '+')}`,
    headers: { 'x-reference': 'abc', 'user-agent': 'kt-event' },
  });
});

it.each(['http://127.0.0.1:1/?key=s3cret', 'http://s3cret@127.0.0.1:1/', 'not a s3cret url'])(
  'keeps secrets out of the error, its causes and its JSON: %s',
  async (url) => {
    const headers = { authorization: 'Bearer s3cret' };
    const error = await failure(
      http({ provider: 'fault', method: 'POST', url, headers, json: { key: 's3cret' } }),
    );

    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3cret');
    expect(JSON.stringify(error)).not.toContain('s3cret');
  },
);

it('would notice a request that was classed by its error code alone', async () => {
  const byCode = (error: KtEventError) =>
    error.context['reason'] === 'ECONNRESET' ? 'not_sent' : 'in_doubt';

  const error = await failure(send('resetAfterRequest'));

  expect(byCode(error)).not.toBe(error.spec.outcome);
});

async function closedUrl(): Promise<string> {
  const other = await openFaultServer();
  await other.close();
  return other.url;
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'getaddrinfo' });
}

it('is a ProviderError that names the provider', async () => {
  const error = await failure(send('500'));

  expect(error).toBeInstanceOf(ProviderError);
  expect(error.context).toEqual({ provider: 'fault', reason: 'HTTP 500' });
});
