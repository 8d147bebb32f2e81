import { type SandboxResponse, textResponse } from '../../response.js';
import type { Shown } from '../../shown.js';
import type { BlogPackage } from './blog-package.js';

export interface BlogPost extends BlogPackage {
  readonly postId: string;
  readonly receivedAt: Date;
  readonly withdrawnAt?: Date;
  /** SHA-256 in hex. */
  readonly pictures: readonly string[];
}

/** How long the person behind the endpoint takes to place a post. */
const placingMs = 10 * 60_000;

function placedAt({ receivedAt }: BlogPost): Date {
  return new Date(receivedAt.getTime() + placingMs);
}

/** `HANDED_OFF` until a person has placed it, then `CONFIRMED`; `WITHDRAWN` as soon as it is taken back. */
export function stateOf(post: BlogPost, now: Date): 'HANDED_OFF' | 'CONFIRMED' | 'WITHDRAWN' {
  if (post.withdrawnAt) {
    return 'WITHDRAWN';
  }
  return now >= placedAt(post) ? 'CONFIRMED' : 'HANDED_OFF';
}

/** As the endpoint tells it. The address is that of a page of the sandbox. */
export function toPostView(origin: string, post: BlogPost, now: Date): Record<string, unknown> {
  const state = stateOf(post, now);
  return {
    postId: post.postId,
    reference: post.reference,
    title: post.title,
    state,
    receivedAt: post.receivedAt.toISOString(),
    ...(state === 'CONFIRMED' ? { url: `${origin}/naver_blog/pages/${post.postId}` } : {}),
  };
}

export function toShown(post: BlogPost): Shown {
  return {
    provider: 'naver_blog',
    channel: 'NAVER_BLOG',
    externalId: post.postId,
    text: post.plainText,
    media: post.pictures,
    since: placedAt(post).toISOString(),
  };
}

/** The post as its readers get it. */
export function toPage({ title, html }: BlogPost): SandboxResponse {
  const heading = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = `<!doctype html>\n<html lang="ko">\n<meta charset="utf-8">\n<title>${heading}</title>\n<body>\n${html}\n</body>\n</html>\n`;
  const { headers, ...answer } = textResponse(200, 'text/html; charset=utf-8', page);
  return { ...answer, headers: { ...headers, 'content-security-policy': "default-src 'none'" } };
}
