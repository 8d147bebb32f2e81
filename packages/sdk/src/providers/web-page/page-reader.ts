import { createGotHttp, type GotHttpOptions } from '../../http/got-http.js';
import type { Http, HttpResponse } from '../../http/http.js';
import { requireOk } from '../../http/require-ok.js';
import type { Policy } from '../../resilience/policy-type.js';
import type { PageReader } from '../page-check.js';
import { isAtStandIn, notThere, type PostAddressOptions } from '../post-address.js';
import { createPublicLookup, type Resolve } from './public-lookup.js';

export interface PageReaderOptions extends PostAddressOptions {
  /** Its deadline, at most 5 s, holds for a page with all its redirects. */
  readonly policy: Policy;
  /** Opens the network with a guarded look-up. @defaultValue {@link createGotHttp} */
  readonly createHttp?: (options: Pick<GotHttpOptions, 'lookup'>) => Http;
  /** @defaultValue the system's resolver */
  readonly resolve?: Resolve;
}

const readableOrigins = ['https://blog.naver.com', 'https://m.blog.naver.com'];
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
  const { policy, standIn, createHttp = createGotHttp, resolve } = options;
  const http = createHttp({ lookup: createPublicLookup(resolve) });

  return {
    async read(url, signal) {
      if (!isReadable(url, standIn)) throw notThere(url.href, 'blog.naver.com');
      return policy((signal) => follow({ http, standIn, signal }, url), { signal, repeatable: true });
    },
  };
}

interface Following {
  readonly http: Http;
  readonly standIn: string | undefined;
  readonly signal: AbortSignal;
}

async function follow({ http, standIn, signal }: Following, first: URL): Promise<string> {
  let url = first;
  for (let redirects = 0; redirects <= mostRedirects && isReadable(url, standIn); redirects += 1) {
    const provider = url.hostname;
    const headers = { accept: 'text/html' };
    const answer = await http({ provider, method: 'GET', url: url.href, headers, maxBytes }, signal);
    const next = redirectOf(answer, url);
    if (!next) return toPage(answer, provider);
    url = next;
  }
  return '';
}

/** An origin tells scheme, host and port. A user name in an address is there to mislead. */
function isReadable(url: URL, standIn: string | undefined): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return readableOrigins.includes(url.origin) || isAtStandIn(url, standIn);
}

function redirectOf({ status, headers }: HttpResponse, url: URL): URL | undefined {
  const location = headers['location'];
  if (status < 300 || status > 399 || location === undefined) return undefined;
  return URL.canParse(location, url.href) ? new URL(location, url) : undefined;
}

function toPage(answer: HttpResponse, provider: string): string {
  if (withheld.includes(answer.status) || (answer.status >= 300 && answer.status < 400)) return '';
  const { headers, bytes } = requireOk(answer, provider);
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '')
    ? new TextDecoder().decode(bytes)
    : '';
}
