import { z } from 'zod';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import { toBlogHtml, toPlainText } from '../blog-package.js';
import type { ChannelAdapter, ChannelPost, Placement } from '../channel.js';
import type { ProviderOptions } from '../provider-options.js';

export interface NaverBlogOptions extends ProviderOptions {
  /** Of the publishing endpoint that the store or its agency runs; `baseUrl` is that endpoint itself. */
  readonly token: string;
}

const provider = 'naver_blog';

/** Only what is read. */
const acceptedSchema = z.object({ postId: z.string(), url: z.string().optional() });

/** Source: the blog editor's limit, read 2026-11-20. */
const maxTags = 30;

/**
 * Hands a ready blog post to a publishing endpoint of the store's own. Naver ended its writing API on 2020-05-06 and
 * treats robots in the browser as abuse, so a person finishes the post: the state is `submitted` until then.
 */
export function createNaverBlogChannel({ token, ...options }: NaverBlogOptions): ChannelAdapter {
  return {
    channel: 'naver_blog',
    provider,
    mode: options.mode,
    idempotency: 'keyed',
    quietMs: 0,
    assumedProtocol: true,
    priceKrw: () => 0,
    check: () => [],

    async publish(post, { reference, signal }) {
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': reference };
      const json = toPackage(post, reference);
      const accepted = await options.policy(
        async (signal) => {
          const request = { provider, method: 'POST', url: options.baseUrl, headers, json } as const;
          return readJson(requireOk(await options.http(request, signal), provider), acceptedSchema, provider);
        },
        { signal, repeatable: true },
      );
      return toPlacement(accepted);
    },
  };
}

function toPackage(post: ChannelPost, reference: string) {
  const share = new URL('https://share.naver.com/web/shareView');
  share.search = new URLSearchParams({ url: post.link, title: post.title }).toString();
  return {
    title: post.title,
    html: toBlogHtml(post),
    plainText: toPlainText(post),
    tags: post.hashtags.slice(0, maxTags),
    images: post.images.map(({ url, text, sha256 }, index) => ({ url, alt: text, order: index + 1, sha256 })),
    shareUrl: share.href,
    reference,
  };
}

/** The endpoint names an address once a person has placed the post. */
function toPlacement({ postId, url }: z.infer<typeof acceptedSchema>): Placement {
  return url === undefined
    ? { externalId: postId, state: 'submitted' }
    : { externalId: postId, state: 'published', url };
}
