import { z } from 'zod';
import type { HttpRequest } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { toPlainWords } from '../../http/reason-of.js';
import { requireOk } from '../../http/require-ok.js';
import { toBlogHtml, toPlainText, toShareLink } from '../blog-package.js';
import type { ChannelAdapter, ChannelPost, Placement, PublishOptions } from '../channel.js';
import type { ProviderOptions } from '../provider-options.js';
import { requireFit } from '../require-fit.js';
import { requireTaken } from './blog-answer.js';
import { checkBlogPost } from './check-blog-post.js';

export interface NaverBlogOptions extends ProviderOptions {
  /** Of the publishing endpoint that the store or its agency runs; `baseUrl` is that endpoint itself. */
  readonly token: string;
}

const provider = 'naver_blog';

/** Only what is read. An endpoint that names no state names an address once the post is up. */
const postSchema = z.object({
  postId: z.string().min(1),
  state: z.enum(['RECEIVED', 'HANDED_OFF', 'CONFIRMED', 'REFUSED', 'WITHDRAWN']).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  reason: z.string().optional(),
});

/**
 * Hands a ready blog post to a publishing endpoint of the store's own. Naver ended its writing API on 2020-05-06 and
 * treats robots in the browser as abuse, so a person finishes the post: the state is `submitted` until then. The
 * protocol is assumed: `POST {endpoint}` keyed by our reference, `GET` and `DELETE {endpoint}/{postId}`.
 */
export function createNaverBlogChannel({ token, ...options }: NaverBlogOptions): ChannelAdapter {
  const authorization = `Bearer ${token}`;
  const urlOf = (postId: string) => `${options.baseUrl}/${encodeURIComponent(postId)}`;
  const ask = (request: Omit<HttpRequest, 'provider'>, signal: PublishOptions['signal']) =>
    options.policy(
      async (signal) => {
        const headers = { authorization, ...request.headers };
        const answer = requireTaken(await options.http({ ...request, provider, headers }, signal), provider);
        return toPlacement(readJson(requireOk(answer, provider), postSchema, provider));
      },
      { signal, repeatable: true },
    );

  return {
    channel: 'naver_blog',
    provider,
    mode: options.mode,
    idempotency: 'keyed',
    quietMs: 0,
    assumedProtocol: true,
    priceKrw: () => 0,
    check: checkBlogPost,

    async publish(post, { reference, signal }) {
      requireFit(provider, checkBlogPost(post));
      const headers = { 'idempotency-key': reference };
      return ask({ method: 'POST', url: options.baseUrl, headers, json: toPackage(post, reference) }, signal);
    },

    track: (postId, signal) => ask({ method: 'GET', url: urlOf(postId) }, signal),

    async withdraw(postId, { reference, signal }) {
      const headers = { authorization, 'idempotency-key': reference };
      const request = { provider, method: 'DELETE', url: urlOf(postId), headers } as const;
      await options.policy(
        async (signal) => {
          const answer = await options.http(request, signal);
          if (!isGone(answer.status)) requireOk(answer, provider);
        },
        { signal, repeatable: true },
      );
    },
  };
}

/** What is not there needs no taking back. */
function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

function toPackage(post: ChannelPost, reference: string) {
  return {
    title: post.title,
    html: toBlogHtml(post),
    plainText: toPlainText(post),
    tags: post.hashtags,
    images: post.images.map(({ url, text, sha256 }, index) => ({ url, alt: text, order: index + 1, sha256 })),
    shareUrl: toShareLink(post),
    reference,
  };
}

function toPlacement({ postId, state, url, reason }: z.infer<typeof postSchema>): Placement {
  const isUp = state === undefined ? url !== undefined : state === 'CONFIRMED';
  if (isUp) return { externalId: postId, state: 'published', ...(url !== undefined && { url }) };
  if (state === 'WITHDRAWN') return { externalId: postId, state: 'withdrawn' };
  if (state !== 'REFUSED') return { externalId: postId, state: 'submitted' };
  return {
    externalId: postId,
    state: 'refused',
    ...(reason !== undefined && { reason: toPlainWords(reason) }),
  };
}
