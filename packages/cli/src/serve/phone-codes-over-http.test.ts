import { afterEach, describe, expect, it } from 'vitest';
import {
  aForm,
  aGuest,
  type GuardedServer,
  type GuardedServerOptions,
  openGuardedServer,
} from '../testing/open-guarded-server.js';

let server: GuardedServer;
const open = async (guards: object = {}, options: GuardedServerOptions = {}) => {
  server = await openGuardedServer({ phoneCode: true, ...guards }, options);
};
afterEach(() => server.close());

const ask = (no: number, from?: string) => server.post('/phone-code', { phone: aGuest(no).phone }, from);
const enter = (no: number, phoneCode: string) =>
  server.post('/entries', { ...aGuest(no), proofs: { phoneCode } });
const told = async (answer: Promise<Response>) => {
  const response = await answer;
  const [, code] = /"code":"(\w+)"/.exec(await response.text()) ?? [];
  return code ?? response.status;
};
const all = async (questions: readonly (() => Promise<Response>)[]) => {
  const answers: unknown[] = [];
  for (const question of questions) answers.push(await told(question()));
  return answers;
};
const times = (count: number, make: (no: number) => Promise<Response>) =>
  Array.from({ length: count }, (_, no) => () => make(no));
/** What is told of a phone that has entered and of one that has not: each answer once. */
async function answersToAsker(): Promise<string[]> {
  await ask(1);
  await enter(1, server.newestCode());
  const answers = await Promise.all(
    [await ask(1), await ask(2)].map(async (answer) => {
      const headers = [...answer.headers].filter(([name]) => !/^(date|(x-)?ratelimit-)/.test(name));
      return JSON.stringify([answer.status, headers, await answer.text()]);
    }),
  );
  return [...new Set(answers)];
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a one-time code over HTTP', { timeout: 120_000 }, () => {
  it('is sent once, enters once, and its answer is kept by no cache', async () => {
    await open();
    const answer = await ask(1);
    const code = server.newestCode();

    expect([answer.status, await answer.json()]).toEqual([202, { state: 'sent', expiresInSeconds: 180 }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(server.messages()).toBe(1);
    expect(await all([() => enter(1, other(code)), () => enter(2, code), () => enter(1, code)])).toEqual([
      'USER_058',
      'USER_058',
      201,
    ]);
    expect(await told(enter(1, code))).toBe('USER_058');
    expect(server.messages()).toBe(1);
  });

  it('is right no more after five wrong tries', async () => {
    await open();
    await ask(1);
    const code = server.newestCode();

    expect(await all(times(5, () => enter(1, other(code))))).toEqual(Array(5).fill('USER_058'));
    expect(await told(enter(1, code))).toBe('USER_058');
  });

  it('is answered the same, to the byte, for a phone that has entered and for one that has not', async () => {
    await open();

    expect(await answersToAsker()).toHaveLength(1);
  });

  it('would be caught telling them apart', async () => {
    const entered = new Set<string>();
    await open(
      {},
      {
        spoil: (right) => ({
          ...right,
          async participate(slug, input, options) {
            entered.add(input.phone);
            return right.participate(slug, input, options);
          },
          async sendPhoneCode(slug, question) {
            const answer = await right.sendPhoneCode(slug, question);
            return entered.has(question.phone) ? { ...answer, state: 'unknown' } : answer;
          },
        }),
      },
    );

    expect(await answersToAsker()).toHaveLength(2);
  });

  it('comes three times an hour for a phone and ten times for an address, which the proxy tells', async () => {
    await open();
    const ofPhone = await all(times(4, () => ask(1)));
    const ofAddress = await all(times(8, (no) => ask(no + 2)));

    expect(ofPhone).toEqual([202, 202, 202, 'USER_059']);
    expect(ofAddress).toEqual([...Array(7).fill(202), 'USER_059']);
    const late = await ask(20);
    expect([late.status, Number(late.headers.get('retry-after')) > 3_000]).toEqual([429, true]);
    expect(await told(ask(20, '203.0.113.2'))).toBe(202);
    expect(server.messages()).toBe(11);
  });

  it('comes while there is money for it', async () => {
    await open({ codeBudgetKrw: 40 });

    expect(await all(times(3, (no) => ask(no)))).toEqual([202, 202, 'USER_060']);
    expect(server.messages()).toBe(2);
  });

  it('needs a phone, a verb and an event that has codes', async () => {
    await open();
    expect(await told(server.post('/phone-code', {}))).toBe('USER_001');
    expect(await told(server.get('/phone-code'))).toBe('USER_034');
    await server.close();
    server = await openGuardedServer({});
    expect(await told(ask(1))).toBe('USER_062');
  });
});

describe('a form without any script', { timeout: 120_000 }, () => {
  it('goes to the codes with its second button, comes back, and enters', async () => {
    await open();
    const page = await (await server.get('')).text();
    expect(page).toContain(`formaction="/e/${server.slug}/phone-code" formnovalidate`);

    const sent = await server.postForm('/phone-code', { ...aForm(1), phoneCode: '' });
    const text = await sent.text();
    expect([sent.status, sent.headers.get('content-type')]).toEqual([202, 'text/html; charset=utf-8']);
    expect(text).toContain('인증번호를 보냈습니다');
    expect(text).not.toMatch(/7700|<script|\d{6}/);
    const wrong = await server.postForm('/entries', { ...aForm(1), phoneCode: other(server.newestCode()) });
    expect([wrong.status, (await wrong.text()).includes('value="010-7700-0001"')]).toEqual([403, true]);
    const entered = await server.postForm('/entries', { ...aForm(1), phoneCode: server.newestCode() });
    expect(entered.status).toBe(201);
  });

  it('is told in plain words that it asked too often', async () => {
    await open();
    await all(times(3, () => ask(1)));
    const refused = await server.postForm('/phone-code', aForm(1));

    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('인증번호를 너무 자주 요청하셨습니다');
  });
});
