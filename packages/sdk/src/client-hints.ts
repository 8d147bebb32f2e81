import { createHash, timingSafeEqual } from 'node:crypto';
import { findPending } from './campaign/find-pending.js';
import { createHearing, type HeardHint } from './campaign/hear-hint.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import type { HintCall, HintProvider, KtEvent } from './kt-event.js';
import { parseKtHint } from './providers/kt/kt-hint.js';
import { parseBlogHint } from './providers/naver-blog/blog-hint.js';
import { parseNhnHint } from './providers/nhn/nhn-hint.js';
import { parseSolapiHint } from './providers/solapi/solapi-hint.js';
import { verifyStandardWebhook } from './security/standard-webhook.js';
import type { WebhookSecrets } from './webhook-secrets.js';

type HintMethods = Pick<KtEvent, 'hear' | 'pending' | 'counts'>;

/** What reaches us by itself, and what there is to ask about. `stop` lets go of what is being read. */
export function hints(parts: Parts): HintMethods & { readonly stop: () => Promise<void> } {
  const { store, providers, media, now, sleep } = parts;
  const hearing = createHearing({
    outcomes: store.outcomes,
    now,
    sleep,
    async adapterOf({ campaignId, channel }) {
      const { folder } = await requireCampaign(store, campaignId);
      return providers.channels([channel], media(folder));
    },
  });
  return {
    async hear(provider, call, { onFailure = ignore } = {}) {
      const hint = readers[provider](call, providers.webhooks, now());
      if (hint) hearing.hear(provider, hint, onFailure);
      return hint !== undefined;
    },
    pending: () => findPending(store),
    async counts() {
      const [runs, publications, turnedAway] = await Promise.all([
        store.journal.countByState(),
        store.outcomes.countPublications(),
        store.guards.totals(),
      ]);
      return { runs, publications, turnedAway };
    },
    stop: hearing.stop,
  };
}

/** Nothing for a call that nobody vouches for; a hint without ids for a genuine one about something else. */
type Reader = (call: HintCall, secrets: WebhookSecrets, now: Date) => HeardHint | undefined;

const readers: Readonly<Record<HintProvider, Reader>> = {
  solapi: ({ token, rawBody }, { solapi }) =>
    isSame(token, solapi) ? { externalIds: parseSolapiHint(rawBody).batchIds } : undefined,

  nhn: ({ headers, rawBody }, { nhn }) =>
    nhn !== undefined && isSame(headers['x-toast-webhook-signature'], nhn)
      ? { externalIds: parseNhnHint(headers, rawBody, nhn)?.batchIds ?? [] }
      : undefined,

  kt: (call, { kt }, now) =>
    readSigned(call, kt, now, (secret) => {
      const hint = parseKtHint(call.headers, call.rawBody, secret, now);
      return hint ? [hint.deploymentId] : [];
    }),

  naver_blog: (call, { naverBlog }, now) =>
    readSigned(call, naverBlog, now, (secret) => {
      const hint = parseBlogHint(call.headers, call.rawBody, secret, now);
      return hint ? [hint.postId] : [];
    }),
};

/** A Standard Webhook: on time, and signed with one of our secrets. */
function readSigned(
  { headers, rawBody }: HintCall,
  secret: string | undefined,
  now: Date,
  toIds: (secret: string) => string[],
): HeardHint | undefined {
  if (secret === undefined) return undefined;
  const callId = verifyStandardWebhook({ headers, rawBody, secrets: secret.split(/\s+/), now });
  return callId === undefined ? undefined : { callId, externalIds: toIds(secret) };
}

/** In a time that tells neither where they differ nor how long the secret is. */
function isSame(given: string | undefined, secret: string | undefined): boolean {
  if (given === undefined || secret === undefined || secret === '') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function ignore(): void {}
