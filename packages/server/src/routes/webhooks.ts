import { type HintCall, type HintProvider, toKtEventError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
import { createProblemSender } from '../problem.js';
import { problemResponses } from '../problem-schema.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

/** Our own: some hundreds of reports in one call, and no more for whoever has only found the address. */
const bodyLimitBytes = 65_536;

/** `application/json`, and what is JSON under a name of its own. */
const jsonType = /^(?:application|text)\/(?:[\w.-]+\+)?json(?:\s*;|$)/i;

interface Webhook {
  readonly provider: HintProvider;
  readonly url: string;
  /** How it proves whom it comes from. */
  readonly proof: string;
  readonly params?: z.ZodObject;
}

const standardWebhook = 'Signed as Standard Webhooks 1.0.0 say, `v1`, not more than five minutes off.';

const webhooks: readonly Webhook[] = [
  {
    provider: 'solapi',
    url: '/webhooks/solapi/:token',
    proof: 'Solapi publishes no signature: the last part of the address must be the secret one.',
    params: z.object({ token: z.string().describe('`SOLAPI_WEBHOOK_TOKEN`') }),
  },
  {
    provider: 'nhn',
    url: '/webhooks/nhn',
    proof: 'The header `X-Toast-Webhook-Signature` must hold the text of the console.',
  },
  { provider: 'kt', url: '/webhooks/kt', proof: standardWebhook },
  { provider: 'naver_blog', url: '/webhooks/naver-blog', proof: standardWebhook },
];

type WebhookOptions = Pick<AppOptions, 'ktEvent' | 'onFailure'>;

/**
 * Calls back of the providers: each is a hint to ask its provider again, and believed in nothing else. They are answered
 * before anybody is asked; what cannot be asked is told to `onFailure`. The body goes to the SDK as it came.
 */
export async function webhookRoutes(app: FastifyInstance, options: WebhookOptions): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      jsonType,
      { parseAs: 'buffer', bodyLimit: bodyLimitBytes },
      (_request, body, done) => done(null, body),
    );
    scope.setErrorHandler(createProblemSender({ bodyLimitBytes, onFailure: options.onFailure }));
    for (const webhook of webhooks) addWebhook(scope, webhook, options);
    done();
  });
}

function addWebhook(
  app: FastifyInstance,
  { provider, url, proof, params }: Webhook,
  { ktEvent, onFailure }: WebhookOptions,
): void {
  const tell = (error: unknown) => onFailure?.(toKtEventError(error));
  app.post(url, { schema: toSchema(provider, proof, params) }, async (request, reply) => {
    const genuine = await ktEvent.hear(provider, readCall(request), { onFailure: tell });
    return answer(reply, genuine);
  });
  refuseOtherMethods(app, url, ['POST']);
}

/** Neither answer says whether anything is known of what the call is about. */
function answer(reply: FastifyReply, genuine: boolean): FastifyReply {
  return reply
    .code(genuine ? 204 : 401)
    .header('cache-control', 'no-store')
    .send();
}

function toSchema(provider: HintProvider, proof: string, params: Webhook['params']) {
  return {
    summary: `Takes a call back of ${provider}`,
    description: `A hint to ask the provider again; nothing in it is believed. ${proof}`,
    ...(params && { params }),
    body: z.unknown().describe('As the provider writes it'),
    response: {
      204: z.null().describe('Taken. What it is about may be known here or not'),
      401: z.null().describe('It does not prove whom it comes from, or nobody listens'),
      ...problemResponses(['USER_014', 'USER_035', 'USER_036']),
    },
  };
}

function readCall({ headers, params, body }: FastifyRequest): HintCall {
  const { token } = params as { readonly token?: string };
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join() : value]),
    ),
    rawBody: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    ...(token !== undefined && { token }),
  };
}
