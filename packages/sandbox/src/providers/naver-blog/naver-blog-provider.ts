import { credentials } from '../../credentials.js';
import { createIdempotency } from '../../idempotency.js';
import { problemResponse } from '../../problem.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readBearer } from '../../request-body.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededHex } from '../../seeded.js';
import type { World } from '../../world.js';
import { type BlogPackage, readBlogPackage } from './blog-package.js';

interface BlogPost extends BlogPackage {
  readonly postId: string;
  readonly receivedAt: Date;
}

/** How long the person behind the endpoint takes to place a post. */
const placingMs = 10 * 60_000;

const toErrorResponse = (status: number, reason: string): SandboxResponse =>
  problemResponse(status, 'failure', reason);

/** `HANDED_OFF` until a person has placed it, then `CONFIRMED` with its address, here one of the sandbox. */
function toPostView({ origin }: World, post: BlogPost, now: Date): Record<string, unknown> {
  const isPlaced = now.getTime() - post.receivedAt.getTime() >= placingMs;
  return {
    postId: post.postId,
    reference: post.reference,
    title: post.title,
    state: isPlaced ? 'CONFIRMED' : 'HANDED_OFF',
    receivedAt: post.receivedAt.toISOString(),
    ...(isPlaced ? { url: `${origin()}/naver_blog/pages/${post.postId}` } : {}),
  };
}

function createRoutes(world: World): readonly Route[] {
  const posts = new Map<string, BlogPost>();
  const once = createIdempotency();

  const place = (request: AcceptedRequest): SandboxResponse => {
    const placed = readBlogPackage(request);
    const number = world.nextNumber('blog post');
    const postId = `blog_${seededHex(8, world.seed, 'blog', number)}${String(number).padStart(6, '0')}`;
    const post = { ...placed, postId, receivedAt: request.at };
    posts.set(postId, post);
    world.publish({
      provider: 'naver_blog',
      channel: 'NAVER_BLOG',
      externalId: postId,
      reference: placed.reference,
      at: request.at.toISOString(),
    });
    return jsonResponse(201, toPostView(world, post, request.at));
  };
  const answerList = ({ query, at }: AcceptedRequest): SandboxResponse => {
    const found = [...posts.values()].filter(({ reference }) => reference === query.get('reference'));
    return jsonResponse(200, { posts: found.map((post) => toPostView(world, post, at)) });
  };
  const answerOne = ({ at }: AcceptedRequest, [postId = '']: readonly string[]): SandboxResponse => {
    const post = posts.get(postId);
    return post ? jsonResponse(200, toPostView(world, post, at)) : toErrorResponse(404, 'No such post');
  };

  return [
    { method: 'POST', path: /^\/(?:posts)?$/, handle: (request) => once(request, () => place(request)) },
    { method: 'GET', path: /^\/(?:posts)?$/, handle: answerList },
    { method: 'GET', path: /^\/posts\/([\w-]+)$/, handle: answerOne },
  ];
}

/** An agency's or a store's own tool that places a prepared post. Naver itself offers no way to write. */
export function createNaverBlogProvider(world: World): Provider {
  const routes = createRoutes(world);
  return {
    name: 'naver_blog',
    authenticate(request) {
      if (readBearer(request) !== credentials.naver_blog.BLOG_ENDPOINT_TOKEN) {
        throw new Refusal(toErrorResponse(401, 'The token is not valid'));
      }
      return 'owner';
    },
    changesState: ({ method }) => method === 'POST',
    handle: (request) => dispatch(routes, request, () => toErrorResponse(404, 'No such resource')),
    toErrorResponse,
  };
}
