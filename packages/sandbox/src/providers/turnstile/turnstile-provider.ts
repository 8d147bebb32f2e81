import { credentials } from '../../credentials.js';
import { isRecord, textAt } from '../../json.js';
import type { AcceptedRequest, Provider, SandboxRequest } from '../../provider.js';
import { readJsonBody } from '../../request-body.js';
import { jsonResponse, type SandboxResponse, textResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';

/** A token counts for five minutes. Source: Cloudflare's documents, read 2026-11. */
const tokenLifeMs = 300_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The real service takes a form as well as JSON. */
function readFields(request: SandboxRequest): ReadonlyMap<string, string> {
  if (request.headers['content-type']?.startsWith('application/json')) {
    const body = readJsonBody(request);
    const names = ['secret', 'response', 'idempotency_key'];
    return new Map(
      names.flatMap((name) => (isRecord(body) ? [[name, textAt(body, name) ?? ''] as const] : [])),
    );
  }
  return new Map(new URLSearchParams(request.body.toString('utf8')));
}

interface Question {
  readonly secret: string;
  readonly response: string;
  readonly key: string;
}

function readQuestion(request: SandboxRequest): Question {
  const fields = readFields(request);
  const of = (name: string) => fields.get(name) ?? '';
  return { secret: of('secret'), response: of('response'), key: of('idempotency_key') };
}

const usedUp = 'timeout-or-duplicate';

const madeAt = (response: string) => Number(/^sandbox\.(\d{13})\.[\w-]+$/.exec(response)?.[1] ?? Number.NaN);
const isOld = (madeAtMs: number, now: Date) => now.getTime() - madeAtMs > tokenLifeMs;

/** What is wrong with the question itself, in the provider's words. */
function faultOf({ secret, response, key }: Question): string | undefined {
  if (secret === '') return 'missing-input-secret';
  if (secret !== credentials.turnstile.TURNSTILE_SECRET_KEY) return 'invalid-input-secret';
  if (response === '') return 'missing-input-response';
  if (key !== '' && !uuid.test(key)) return 'bad-request';
  return Number.isNaN(madeAt(response)) ? 'invalid-input-response' : undefined;
}

/** It always answers 200 or 400 with the verdict in the body. */
const refuse = (code: string): SandboxResponse =>
  jsonResponse(200, { success: false, 'error-codes': [code], messages: [] });

/** Asks nobody anything, and says so. Like the real one it shows a frame of its own origin, which gives it the token. */
const widget = (): SandboxResponse =>
  textResponse(
    200,
    'text/javascript; charset=utf-8',
    `const address = new URL('frame', document.currentScript.src);
for (const place of document.querySelectorAll('.cf-turnstile')) {
  const frame = document.createElement('iframe');
  frame.title = 'sandbox';
  frame.src = address;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'cf-turnstile-response';
  addEventListener('message', (event) => {
    if (event.origin === address.origin && event.source === frame.contentWindow) field.value = event.data;
  });
  place.replaceChildren(frame, field);
}
`,
  );

const frame = ({ at }: AcceptedRequest): SandboxResponse =>
  textResponse(
    200,
    'text/html; charset=utf-8',
    `<!doctype html><html lang="en"><title>sandbox</title><p>sandbox</p><script>
parent.postMessage('sandbox.${at.getTime()}.' + crypto.getRandomValues(new Uint32Array(1))[0], '*');
</script></html>
`,
  );

/**
 * Cloudflare Turnstile: `siteverify`, and a script in the place of the widget. Whoever tests may make tokens as well:
 * `sandbox.<milliseconds since 1970>.<anything>`.
 */
export function createTurnstileProvider(): Provider {
  /** Under which key a token was first asked about. */
  const asked = new Map<string, string>();

  function siteverify(request: AcceptedRequest): SandboxResponse {
    const question = readQuestion(request);
    const madeAtMs = madeAt(question.response);
    const code = faultOf(question) ?? (isSpent(question) || isOld(madeAtMs, request.at) ? usedUp : undefined);
    if (code !== undefined) return refuse(code);
    asked.set(question.response, question.key);
    return jsonResponse(200, {
      success: true,
      challenge_ts: new Date(madeAtMs).toISOString(),
      hostname: 'localhost',
      'error-codes': [],
      action: '',
      cdata: '',
    });
  }

  /** Under the key of the first question the answer is the first one again. */
  const isSpent = ({ response, key }: Question) =>
    asked.has(response) && (key === '' || asked.get(response) !== key);

  const routes: readonly Route[] = [
    { method: 'GET', path: /^\/turnstile\/v0\/api\.js$/, handle: widget },
    { method: 'GET', path: /^\/turnstile\/v0\/frame$/, handle: frame },
    { method: 'POST', path: /^\/turnstile\/v0\/siteverify$/, handle: siteverify },
  ];
  return {
    name: 'turnstile',
    authenticate: () => 'anybody', // the secret is in the body and judged there
    changesState: () => true,
    handle: (request) => dispatch(routes, request, () => jsonResponse(404, { success: false })),
    toErrorResponse: (status) => jsonResponse(status, { success: false, 'error-codes': ['internal-error'] }),
  };
}
