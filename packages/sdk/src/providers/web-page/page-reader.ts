import { createGotHttp, type GotHttpOptions } from '../../http/got-http.js';
import type { Http, HttpResponse } from '../../http/http.js';
import { requireOk } from '../../http/require-ok.js';
import type { Policy } from '../../resilience/policy-type.js';
import type { PageReader, PublicPageReader } from '../page-check.js';
import { isAtStandIn, isPublicPage, notThere, type PostAddressOptions } from '../post-address.js';
import { createPublicLookup, type Resolve } from './public-lookup.js';

export interface PageReaderOptions extends PostAddressOptions {
  /** Its deadline, at most 5 s, holds for a page with all its redirects. */
  readonly policy: Policy;
  /** Opens the network with a guarded look-up. @defaultValue {@link createGotHttp} */
  readonly createHttp?: (options: Pick<GotHttpOptions, 'lookup'>) => Http;
  /** @defaultValue the system's resolver */
  readonly resolve?: Resolve;
}

/** Pages that are read: whose, in what form, and what to say of any other. */
interface Scope {
  readonly has: (url: URL) => boolean;
  readonly form: RegExp;
  readonly expected: string;
}

const channelOrigins = ['https://blog.naver.com', 'https://m.blog.naver.com'];
const channels: Scope = {
  has: ({ origin }) => channelOrigins.includes(origin),
  form: /^(text\/html|application\/xhtml\+xml)\b/i,
  expected: 'blog.naver.com',
};
const everybody: Scope = {
  has: isPublicPage,
  form: /^(text\/(html|plain)|application\/xhtml\+xml)\b/i,
  expected: 'https://…',
};
const mostRedirects = 3;
const maxBytes = 10 * 1024 * 1024;
/** Not there, or not for the public. */
const withheld = [401, 403, 404, 410];

/**
 * Reads the pages of the channels, and of nobody else. An address from outside could lead into the network this runs
 * in, so each step is judged: the address before it is asked, each redirect, and each IP address before it is
 * connected to.
 */
export function createPageReader(options: PageReaderOptions): PageReader {
  const read = createReader(options, channels);
  return { read: async (url, signal) => new TextDecoder().decode(await read(url, signal)) };
}

/** The same for any page of the public internet, by https and by name. */
export function createPublicPageReader(options: PageReaderOptions): PublicPageReader {
  return { readBytes: createReader(options, everybody) };
}

function createReader(
  { policy, standIn, createHttp = createGotHttp, resolve }: PageReaderOptions,
  scope: Scope,
): PublicPageReader['readBytes'] {
  const http = createHttp({ lookup: createPublicLookup(resolve) });
  const isReadable = (url: URL) => isPlain(url) && (scope.has(url) || isAtStandIn(url, standIn));
  return async (url, signal) => {
    if (!isReadable(url)) throw notThere(url.href, scope.expected);
    const following = { http, isReadable, form: scope.form };
    return policy((signal) => follow({ ...following, signal }, url), { signal, repeatable: true });
  };
}

interface Following {
  readonly http: Http;
  readonly isReadable: (url: URL) => boolean;
  readonly form: RegExp;
  readonly signal: AbortSignal;
}

async function follow({ http, isReadable, form, signal }: Following, first: URL): Promise<Uint8Array> {
  let url = first;
  for (let redirects = 0; redirects <= mostRedirects && isReadable(url); redirects += 1) {
    const provider = url.hostname;
    const headers = { accept: 'text/html' };
    const answer = await http({ provider, method: 'GET', url: url.href, headers, maxBytes }, signal);
    const next = redirectOf(answer, url);
    if (!next) return toPage(answer, provider, form);
    url = next;
  }
  return nothing;
}

const nothing = new Uint8Array();

/** A user name in an address is there to mislead. */
const isPlain = ({ username, password }: URL): boolean => username === '' && password === '';

function redirectOf({ status, headers }: HttpResponse, url: URL): URL | undefined {
  const location = headers['location'];
  if (status < 300 || status > 399 || location === undefined) return undefined;
  return URL.canParse(location, url.href) ? new URL(location, url) : undefined;
}

function toPage(answer: HttpResponse, provider: string, form: RegExp): Uint8Array {
  if (withheld.includes(answer.status) || (answer.status >= 300 && answer.status < 400)) return nothing;
  const { headers, bytes } = requireOk(answer, provider);
  return form.test(headers['content-type'] ?? '') ? bytes : nothing;
}
