import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import { createSteadyClock, UserError } from '@kt-event/sdk';
import Fastify, { type FastifyInstance } from 'fastify';
import type { AppOptions, SetOptions } from './app-options.js';
import { prepareChallenges } from './guards/carry-challenge.js';
import { countLimited } from './guards/count-limited.js';
import { noteArrivals } from './note-arrivals.js';
import { describeApi } from './openapi.js';
import { createProblemSender } from './problem.js';
import { assetRoutes } from './routes/assets.js';
import { challengeRoutes } from './routes/challenges.js';
import { consentWithdrawalRoutes } from './routes/consent-withdrawals.js';
import { couponRoutes } from './routes/coupons.js';
import { drawRoutes } from './routes/draws.js';
import { entryRoutes } from './routes/entries.js';
import { entryPageRoutes } from './routes/entry-pages.js';
import { generationRoutes } from './routes/generations.js';
import { mediaRoutes } from './routes/media.js';
import { opsRoutes } from './routes/ops.js';
import { phoneCodeRoutes } from './routes/phone-codes.js';
import { receiptRoutes } from './routes/receipts.js';
import { redeemRoutes } from './routes/redeem.js';
import { createReturnForm } from './routes/return-form.js';
import { createShowEntryPage } from './routes/show-entry-page.js';

import { verifierFileRoutes } from './routes/verifier-files.js';
import { visitScreenRoutes } from './routes/visit-screen.js';
import { webhookRoutes } from './routes/webhooks.js';
import { winnerPageRoutes } from './routes/winner-pages.js';
import { protectAnswers } from './security-headers.js';
import { isReadableUrl, refuseConnection } from './unreadable-request.js';

export type App = FastifyInstance;

/** Source: entry protocol, cheap rejects. */
const bodyLimitBytes = 4_096;

/** Time to send a whole request: four KiB over bad Wi-Fi, and no more for whoever sends a byte at a time. */
const requestTimeoutMs = 30_000;

/** Longer than any address Node reads, so that a long name is looked for like any other and not found. */
const longestNameCharacters = 65_536;

/** The whole application; it listens nowhere yet. */
export async function createApp(given: AppOptions): Promise<App> {
  const options: SetOptions = { now: createSteadyClock(), ...given };
  const app = Fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    trustProxy: options.trustedProxy ?? false,
    return503OnClosing: false, // what has reached us is still answered
    clientErrorHandler: refuseConnection,
    rewriteUrl: ({ url = '/' }) => (isReadableUrl(url) ? url : '/unreadable'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestNameCharacters },
  });
  // The schemas of the routes describe them; the SDK checks.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  const show = createShowEntryPage(options);
  const returnForm = createReturnForm(options.ktEvent, show);
  app.setErrorHandler(createProblemSender({ bodyLimitBytes, onFailure: options.onFailure, returnForm }));
  hangUpWhenClosing(app);
  noteArrivals(app, options.ktEvent);
  await registerPlugins(app, options);
  prepareChallenges(app);
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, ({ url }) => {
    throw new UserError('USER_002', { what: 'page', id: pathOf(url).slice(0, 100) });
  });
  opsRoutes(app, options);
  assetRoutes(app);
  verifierFileRoutes(app);
  entryPageRoutes(app, options, show);
  entryRoutes(app, options);
  challengeRoutes(app, options);
  phoneCodeRoutes(app, options);
  couponRoutes(app, options);
  redeemRoutes(app, options);
  visitScreenRoutes(app, options);
  receiptRoutes(app, options);
  consentWithdrawalRoutes(app, options);
  drawRoutes(app, options);
  winnerPageRoutes(app, options);
  mediaRoutes(app, options);
  generationRoutes(app, options);
  await webhookRoutes(app, options);
  return app;
}

/** A connection kept open for the next request would keep a server that closes from ending. */
function hangUpWhenClosing(app: App): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}

async function registerPlugins(app: App, { ktEvent, requestsPerMinute = 300 }: AppOptions): Promise<void> {
  protectAnswers(app);
  app.removeContentTypeParser('text/plain');
  await app.register(formbody);
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    enableDraftSpec: true, // RateLimit headers by their own names
    onExceeded: countLimited(ktEvent),
    errorResponseBuilder: (_request, { ttl }) =>
      new UserError('USER_014', { seconds: Math.ceil(ttl / 1_000) }),
  });
  await describeApi(app);
}

const pathOf = (url: string): string => url.split('?')[0] ?? '';
