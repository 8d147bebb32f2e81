import type { Sandbox } from '@kt-event/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { aForm, aGuest, type GuardedServer, openGuardedServer } from '../testing/open-guarded-server.js';

let server: GuardedServer;
const withTurnstile = (sandbox: Sandbox) => ({
  ...sandbox.environment(),
  ...sandbox.credentials.turnstile,
  TURNSTILE_BASE_URL: sandbox.baseUrls.turnstile,
});
const always = { challenge: 'always' };
afterEach(() => server.close());

const policyOf = (answer: Response) =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );

/** Scripts of the page that its own policy would stop. */
async function stopped(answer: Response): Promise<string[]> {
  const sources = (policyOf(answer).get('script-src') ?? '').split(' ');
  const scripts = [...(await answer.text()).matchAll(/<script [^>]*src="([^"]+)"/g)].map(
    ([, src]) => src ?? '',
  );
  return scripts.filter((src) => !sources.includes(src.startsWith('/') ? "'self'" : new URL(src).origin));
}

describe('the page of an event behind Turnstile', { timeout: 120_000 }, () => {
  it('brings the widget, and lets in its script and its frames and nothing else', async () => {
    server = await openGuardedServer(always, { environment: withTurnstile });
    const { origin } = new URL(server.sandbox.baseUrls.turnstile);
    const page = await server.get('');
    const policy = policyOf(page);

    expect(policy.get('script-src')).toBe(`'self' ${origin}`);
    expect(policy.get('frame-src')).toBe(origin);
    expect([policy.get('default-src'), policy.get('connect-src'), policy.get('style-src')]).toEqual([
      "'none'",
      "'self'",
      "'self'",
    ]);
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(await page.clone().text()).toContain('<div class="cf-turnstile" data-sitekey="');
    expect(await stopped(page)).toEqual([]);
    const script = await fetch(`${server.sandbox.baseUrls.turnstile}/turnstile/v0/api.js`);
    expect([script.status, await script.text()]).toEqual([
      200,
      expect.stringContaining('cf-turnstile-response'),
    ]);
  });

  it.each([
    ['there are no keys', always, undefined],
    ['it asks for nothing', { challenge: 'off' }, withTurnstile],
    ['no crowd has come', { challenge: 'auto' }, withTurnstile],
  ])('is as strict as ever while %s', async (_, guards, environment) => {
    server = await openGuardedServer(guards, environment && { environment });
    const page = await server.get('');

    expect(policyOf(page).get('script-src')).toBe("'self'");
    expect(policyOf(page).has('frame-src')).toBe(false);
    expect(await page.text()).not.toContain('turnstile');
  });

  it('would be caught bringing a script that its policy stops', async () => {
    server = await openGuardedServer(always, { environment: withTurnstile });
    const page = await server.get('');
    const strict = { headers: { 'content-security-policy': "default-src 'none';script-src 'self'" } };

    expect(await stopped(new Response(await page.text(), strict))).toHaveLength(1);
  });
});

describe('a form behind Turnstile', { timeout: 120_000 }, () => {
  it('comes back with a new check and all that was typed, then enters, once for each token', async () => {
    server = await openGuardedServer(always, { environment: withTurnstile });
    const refused = await server.postForm('/entries', aForm(1));
    const page = await refused.clone().text();

    expect([refused.status, policyOf(refused).has('frame-src')]).toEqual([403, true]);
    expect(page).toContain('value="010-7700-0001"');
    expect(page).toContain('사람인지 확인해 주세요');
    expect(await stopped(refused)).toEqual([]);
    const token = { 'cf-turnstile-response': `sandbox.${server.now().getTime()}.1` };
    expect((await server.postForm('/entries', { ...aForm(1), ...token })).status).toBe(201);
    expect((await server.postForm('/entries', { ...aForm(2), ...token })).status).toBe(403);
  });

  it('is not taken while the provider is down, and a program is told to come again', async () => {
    server = await openGuardedServer(always, { environment: withTurnstile });
    server.sandbox.addFault({ provider: 'turnstile', fault: { kind: 'status', code: 503 } });
    const proofs = { turnstile: `sandbox.${server.now().getTime()}.1` };
    const refused = await server.post('/entries', { ...aGuest(1), proofs });

    expect([503, 504]).toContain(refused.status);
    expect(refused.headers.has('retry-after')).toBe(true);
    server.sandbox.clearFaults();
    expect((await server.post('/entries', { ...aGuest(1), proofs })).status).toBe(201);
  });
});
