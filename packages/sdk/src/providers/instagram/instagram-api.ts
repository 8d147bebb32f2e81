import type { z } from 'zod';
import { isCancellation, KtEventError, outcomeOf } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import type { ProviderOptions } from '../provider-options.js';
import type { TokenVault } from '../token-vault.js';
import { createAccessToken, type RenewedToken } from './access-token.js';
import {
  type Container,
  containerSchema,
  idSchema,
  insightsSchema,
  type Media,
  mediaListSchema,
  mediaSchema,
  quotaSchema,
  renewedSchema,
} from './graph-answer.js';
import {
  containerFailure,
  dailyLimitReached,
  type GraphStep,
  isGone,
  notReady,
  readFailure,
  requireAccepted,
  unableToLook,
} from './instagram-error.js';
import { createPace, type PaceOptions } from './usage-pace.js';

export interface InstagramApiOptions extends ProviderOptions, PaceOptions {
  /** Long-lived, as the owner set it. */
  readonly accessToken: string;
  /** Id of the professional account. */
  readonly userId: string;
  /** Where a renewed token is kept. @defaultValue memory: the configured one is renewed anew by each process */
  readonly tokens?: TokenVault | undefined;
  /** @defaultValue 'v26.0', the newest on 2026-11-20. Source: Meta's changelog. */
  readonly version?: string;
}

const provider = 'instagram';

interface Ask<T> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly read: (answer: HttpResponse) => T;
}

/** Sends one request, under whatever policy it is called in. */
type Send = <T>(ask: Ask<T>, signal?: AbortSignal) => Promise<T>;

export type InstagramApi = ReturnType<typeof createInstagramApi>;

/** The few Graph calls that a post needs. The token goes in a header: addresses end up in logs. */
export function createInstagramApi(options: InstagramApiOptions) {
  const { userId, policy } = options;
  const pace = createPace(options);
  const token = createToken(options);
  const send = createSend(options, token.current, pace);
  const ask = async <T>(asked: Ask<T>, signal?: AbortSignal): Promise<T> => {
    await pace.slowDown(signal);
    return policy((signal) => send(asked, signal), { signal, repeatable: true });
  };

  return {
    keepTokenFresh: token.keepFresh,
    /** Repeating it leaves an unused container, which nobody sees. */
    createContainer: (form: Readonly<Record<string, string>>, signal?: AbortSignal) =>
      ask({ method: 'POST', path: `${userId}/media`, form, read: reader(idSchema, 'container') }, signal),
    container: (id: string, signal?: AbortSignal) => ask(askContainer(id), signal),
    /** Looks at the container and at the quota, then publishes. @returns nothing if it is published already. */
    async publish(container: string, signal?: AbortSignal): Promise<string | undefined> {
      const state = await look(() => ask(askContainer(container), signal));
      if (state.status_code === 'PUBLISHED') return undefined;
      requireReady(state);
      const quota = await look(() => ask(askQuota(userId), signal));
      if (quota && quota.used >= quota.total) throw dailyLimitReached(quota.used, quota.total);
      await pace.slowDown(signal);
      let looked = true;
      return policy(
        async (signal) => {
          const fresh = looked || (await isStillReady(send, container, signal));
          looked = false;
          return fresh ? publishOnce(send, userId, container, signal) : undefined;
        },
        { signal },
      );
    },
    /** Nothing for one that does not exist, or that this token may not see. */
    media: (id: string, signal?: AbortSignal) => ask(askMedia(id), signal),
    /** Newest first. */
    async recentMedia(signal?: AbortSignal): Promise<readonly Media[]> {
      const query = { fields: 'id,timestamp,permalink,caption', limit: '25' };
      return (await ask(get(`${userId}/media`, query, reader(mediaListSchema)), signal)).data;
    },
    quota: (signal?: AbortSignal) => ask(askQuota(userId), signal),
    /** The figures that there are by now. Code 10 means too few viewers to tell. */
    insights: (id: string, metrics: readonly string[], signal?: AbortSignal) =>
      ask(
        get(`${id}/insights`, { metric: metrics.join(',') }, (answer) =>
          readFailure(answer)?.code === 10 ? [] : reader(insightsSchema)(answer).data,
        ),
        signal,
      ),
  };
}

function createSend(
  { baseUrl, version = 'v26.0', http }: InstagramApiOptions,
  currentToken: () => Promise<string>,
  pace: ReturnType<typeof createPace>,
): Send {
  return async ({ path, read, ...request }, signal) => {
    pace.requireOpen();
    const headers = { authorization: `Bearer ${await currentToken()}` };
    const answer = await http(
      { ...request, provider, url: `${baseUrl}/${version}/${path}`, headers },
      signal,
    );
    pace.note(answer.headers);
    return read(answer);
  };
}

/** Meta takes the token of a renewal in the query only. Source: its page on long-lived tokens, read 2026-11-20. */
function createToken({ baseUrl, http, policy, accessToken, tokens, now }: InstagramApiOptions) {
  const renew = (token: string, signal?: AbortSignal): Promise<RenewedToken> =>
    policy(
      async (signal) => {
        const query = { grant_type: 'ig_refresh_token', access_token: token };
        const request: HttpRequest = {
          provider,
          method: 'GET',
          url: `${baseUrl}/refresh_access_token`,
          query,
        };
        const renewed = reader(renewedSchema)(await http(request, signal));
        return { token: renewed.access_token, lifeMs: renewed.expires_in * 1_000 };
      },
      { signal, repeatable: true },
    );
  return createAccessToken({ configured: accessToken, vault: tokens, now, renew });
}

async function publishOnce(
  send: Send,
  userId: string,
  container: string,
  signal?: AbortSignal,
): Promise<string> {
  const form = { creation_id: container };
  const read = reader(idSchema, 'publish');
  return (await send({ method: 'POST', path: `${userId}/media_publish`, form, read }, signal)).id;
}

/** Before a further try. False when the try before it has published after all. */
async function isStillReady(send: Send, container: string, signal: AbortSignal): Promise<boolean> {
  const state = await look(() => send(askContainer(container), signal));
  if (state.status_code === 'PUBLISHED') return false;
  requireReady(state);
  return true;
}

/** What is unclear about a look leaves no doubt about the post. */
async function look<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isCancellation(error) || !KtEventError.is(error) || outcomeOf(error) !== 'in_doubt') throw error;
    throw unableToLook(error);
  }
}

function requireReady({ status_code: state, status = '' }: Container): void {
  if (state === 'FINISHED') return;
  throw state === 'IN_PROGRESS' ? notReady() : containerFailure(state, status);
}

function get<T>(path: string, query: Readonly<Record<string, string>>, read: Ask<T>['read']): Ask<T> {
  return { method: 'GET', path, query, read };
}

const askContainer = (id: string) => get(id, { fields: 'status_code,status' }, reader(containerSchema));

/** Posts used and allowed in the running window; Meta's documents disagree on the number. */
const askQuota = (userId: string) =>
  get(`${userId}/content_publishing_limit`, { fields: 'quota_usage,config' }, (answer) => {
    const [limit] = reader(quotaSchema)(answer).data;
    return limit && { used: limit.quota_usage, total: limit.config.quota_total };
  });

const askMedia = (id: string) =>
  get(id, { fields: 'id,permalink' }, (answer) => {
    const failure = readFailure(answer);
    return failure && isGone(failure) ? undefined : reader(mediaSchema)(answer);
  });

function reader<S extends z.ZodType>(schema: S, step: GraphStep = 'read') {
  return (answer: HttpResponse): z.output<S> => readJson(requireAccepted(answer, step), schema, provider);
}
