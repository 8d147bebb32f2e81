import { credentials } from '../../credentials.js';
import { createIdempotency } from '../../idempotency.js';
import { problemResponse } from '../../problem.js';
import type { AcceptedRequest, Provider, SandboxRequest } from '../../provider.js';
import { readBearer } from '../../request-body.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededHex } from '../../seeded.js';
import type { World } from '../../world.js';
import { readBlogPackage } from './blog-package.js';
import { type BlogPost, stateOf, toPage, toPostView, toShown } from './blog-post.js';
import { fetchPictures } from './fetch-pictures.js';

const toErrorResponse = (status: number, reason: string): SandboxResponse =>
  problemResponse(status, 'failure', reason);

const notFound = (): SandboxResponse => toErrorResponse(404, 'No such post');

/** Journaled facts are plain JSON; a request from before pictures were fetched has none. */
const toPictures = (facts: unknown): readonly string[] => (Array.isArray(facts) ? facts.map(String) : []);

type Posts = Map<string, BlogPost>;

function createRoutes(world: World, posts: Posts): readonly Route[] {
  const once = createIdempotency();
  const view = (post: BlogPost, at: Date) => toPostView(world.origin(), post, at);

  const place = (request: AcceptedRequest): SandboxResponse => {
    const placed = readBlogPackage(request);
    const number = world.nextNumber('blog post');
    const postId = `blog_${seededHex(8, world.seed, 'blog', number)}${String(number).padStart(6, '0')}`;
    const post = { ...placed, postId, receivedAt: request.at, pictures: toPictures(request.facts) };
    posts.set(postId, post);
    world.publish({
      provider: 'naver_blog',
      channel: 'NAVER_BLOG',
      externalId: postId,
      reference: placed.reference,
      at: request.at.toISOString(),
    });
    return jsonResponse(201, view(post, request.at));
  };
  const answerList = ({ query, at }: AcceptedRequest): SandboxResponse => {
    const found = [...posts.values()].filter(({ reference }) => reference === query.get('reference'));
    return jsonResponse(200, { posts: found.map((post) => view(post, at)) });
  };
  const answerOne = ({ at }: AcceptedRequest, [postId = '']: readonly string[]): SandboxResponse => {
    const post = posts.get(postId);
    return post ? jsonResponse(200, view(post, at)) : notFound();
  };
  const withdraw = ({ at }: AcceptedRequest, [postId = '']: readonly string[]): SandboxResponse => {
    const post = posts.get(postId);
    if (!post) {
      return notFound();
    }
    const withdrawn = { ...post, withdrawnAt: post.withdrawnAt ?? at };
    posts.set(postId, withdrawn);
    return jsonResponse(200, view(withdrawn, at));
  };
  const answerPage = ({ at }: AcceptedRequest, [postId = '']: readonly string[]): SandboxResponse => {
    const post = posts.get(postId);
    return post && stateOf(post, at) === 'CONFIRMED' ? toPage(post) : notFound();
  };

  return [
    { method: 'POST', path: /^\/(?:posts)?$/, handle: (request) => once(request, () => place(request)) },
    { method: 'GET', path: /^\/(?:posts)?$/, handle: answerList },
    { method: 'GET', path: /^\/posts\/([\w-]+)$/, handle: answerOne },
    { method: 'DELETE', path: /^\/posts\/([\w-]+)$/, handle: withdraw },
    { method: 'GET', path: readersPath, handle: answerPage },
  ];
}

const readersPath = /^\/pages\/([\w-]+)$/;

/** A placed post is open to anyone. */
const isReader = ({ method, path }: SandboxRequest): boolean => method === 'GET' && readersPath.test(path);

/** An agency's or a store's own tool that places a prepared post. Naver itself offers no way to write. */
export function createNaverBlogProvider(world: World): Provider {
  const posts: Posts = new Map();
  const routes = createRoutes(world, posts);
  return {
    name: 'naver_blog',
    authenticate(request) {
      if (isReader(request)) {
        return 'reader';
      }
      if (readBearer(request) !== credentials.naver_blog.BLOG_ENDPOINT_TOKEN) {
        throw new Refusal(toErrorResponse(401, 'The token is not valid'));
      }
      return 'owner';
    },
    prepare: async (request) => (request.method === 'POST' ? fetchPictures(request) : null),
    changesState: ({ method }) => method === 'POST' || method === 'DELETE',
    handle: (request) => dispatch(routes, request, () => toErrorResponse(404, 'No such resource')),
    shown: (at) => [...posts.values()].filter((post) => stateOf(post, at) === 'CONFIRMED').map(toShown),
    toErrorResponse,
  };
}
