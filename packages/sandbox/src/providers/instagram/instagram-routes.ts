import { credentials } from '../../credentials.js';
import { isRecord } from '../../json.js';
import type { AcceptedRequest } from '../../provider.js';
import { jsonResponse, type SandboxResponse, textResponse } from '../../response.js';
import type { Route } from '../../routes.js';
import type { World } from '../../world.js';
import { type Account, type Media, quotaSeconds } from './account.js';
import { checkCaption } from './caption.js';
import { toContainerFields } from './containers.js';
import { pickFields } from './fields.js';
import { graphErrors, refuseGraph, refuseParameter } from './graph-error.js';
import { createInsights } from './insights.js';
import { readMediaRequest, readParameters } from './media-request.js';
import type { MediaFacts } from './probe-media.js';
import { readSandboxWords } from './sandbox-words.js';
import type { Tokens } from './tokens.js';
import type { UsageMeter } from './usage.js';

const version = '(?:/v\\d+\\.\\d+)?';
const user = `^${version}/(\\d+|me)`;

function isMediaFacts(value: unknown): value is MediaFacts {
  return isRecord(value) && typeof value['usable'] === 'boolean';
}

/** Refuses every account but the one the token belongs to. */
function checkUser(id = ''): void {
  if (id !== credentials.instagram.IG_USER_ID && id !== 'me') {
    refuseGraph(graphErrors.unknownObject);
  }
}

function toMediaFields({ origin }: World, media: Media): Record<string, unknown> {
  return {
    id: media.id,
    caption: media.caption,
    media_type: media.kind,
    media_product_type: media.product,
    permalink: `${origin()}/instagram/p/${media.shortcode}/`,
    shortcode: media.shortcode,
    timestamp: `${media.publishedAt.toISOString().slice(0, 19)}+0000`,
    username: 'kt_event_sandbox',
  };
}

/** What was downloaded. A request that was journaled before hashes were taken has none. */
function readHashes(facts: unknown): readonly string[] {
  if (!isMediaFacts(facts)) {
    return refuseGraph(graphErrors.notFetchable);
  }
  if (!facts.usable) {
    return refuseGraph(graphErrors[facts.error]);
  }
  return facts.sha256 === undefined ? [] : [facts.sha256];
}

function createContainerAnswer(account: Account, usage: UsageMeter) {
  return (request: AcceptedRequest, [userId]: readonly string[]): SandboxResponse => {
    checkUser(userId);
    const { url, ...input } = readMediaRequest(request);
    checkCaption(input.caption, request.at);
    const hashes = url === undefined ? [] : readHashes(request.facts);
    const { id } = account.createContainer(input, hashes, request.at);
    const { usagePercent } = readSandboxWords(input.caption);
    if (usagePercent !== undefined) {
      usage.set(usagePercent, request.at);
    }
    return jsonResponse(200, { id });
  };
}

function createObjectAnswer(world: World, account: Account) {
  return (request: AcceptedRequest, [id = '']: readonly string[]): SandboxResponse => {
    const container = account.findContainer(id);
    const media = account.findMedia(id);
    if (container) {
      return jsonResponse(200, pickFields(request, toContainerFields(container, request.at)));
    }
    if (media) {
      return jsonResponse(200, pickFields(request, toMediaFields(world, media)));
    }
    checkUser(id);
    const self = {
      id: credentials.instagram.IG_USER_ID,
      username: 'kt_event_sandbox',
      account_type: 'BUSINESS',
    };
    return jsonResponse(200, pickFields(request, self));
  };
}

function createListAnswer(world: World, account: Account) {
  return (request: AcceptedRequest, [userId]: readonly string[]): SandboxResponse => {
    checkUser(userId);
    const limit = Math.min(100, Number(request.query.get('limit') ?? 25) || 25);
    const data = account
      .listMedia()
      .slice(0, limit)
      .map((media) => pickFields(request, toMediaFields(world, media)));
    return jsonResponse(200, { data });
  };
}

function createLimitAnswer(account: Account) {
  return ({ at }: AcceptedRequest, [userId]: readonly string[]): SandboxResponse => {
    checkUser(userId);
    const { used, total } = account.quota(at);
    const config = { quota_total: total, quota_duration: quotaSeconds };
    return jsonResponse(200, { data: [{ quota_usage: used, config }] });
  };
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Every route of the account, in the order in which they are tried. */
export function createInstagramRoutes(
  world: World,
  account: Account,
  tokens: Tokens,
  usage: UsageMeter,
): readonly Route[] {
  const publish = (request: AcceptedRequest, [userId]: readonly string[]): SandboxResponse => {
    checkUser(userId);
    const container = readParameters(request).get('creation_id') ?? '';
    if (container === '') {
      refuseParameter('The parameter creation_id is required');
    }
    return jsonResponse(200, { id: account.publish(container, request.at).id });
  };
  const answerInsights = ({ query, at }: AcceptedRequest, [id = '']: readonly string[]): SandboxResponse => {
    const media = account.findMedia(id) ?? refuseGraph(graphErrors.unknownObject);
    const metrics = (query.get('metric') ?? '').split(',').filter(Boolean);
    return jsonResponse(200, { data: createInsights(world.seed, media, metrics, at) });
  };
  const refresh = ({ query, principal, at }: AcceptedRequest): SandboxResponse => {
    if (query.get('grant_type') !== 'ig_refresh_token') {
      refuseParameter('grant_type must be ig_refresh_token');
    }
    const { value, lifetimeSeconds } = tokens.refresh(principal, at);
    return jsonResponse(200, { access_token: value, token_type: 'bearer', expires_in: lifetimeSeconds });
  };
  const showPage = (_request: AcceptedRequest, [shortcode]: readonly string[]): SandboxResponse => {
    const media = account.listMedia().find((candidate) => candidate.shortcode === shortcode);
    return media
      ? textResponse(200, 'text/html; charset=utf-8', `<h1>Sandbox</h1><p>${escapeHtml(media.caption)}</p>`)
      : textResponse(404, 'text/plain', 'not here');
  };

  return [
    { method: 'POST', path: new RegExp(`${user}/media$`), handle: createContainerAnswer(account, usage) },
    { method: 'POST', path: new RegExp(`${user}/media_publish$`), handle: publish },
    { method: 'GET', path: new RegExp(`${user}/media$`), handle: createListAnswer(world, account) },
    {
      method: 'GET',
      path: new RegExp(`${user}/content_publishing_limit$`),
      handle: createLimitAnswer(account),
    },
    { method: 'GET', path: new RegExp(`^${version}/(\\d+)/insights$`), handle: answerInsights },
    { method: 'GET', path: new RegExp(`^${version}/refresh_access_token$`), handle: refresh },
    { method: 'GET', path: /^\/p\/(\w+)\/?$/, handle: showPage },
    { method: 'GET', path: new RegExp(`${user}$`), handle: createObjectAnswer(world, account) },
  ];
}
