import { UserError } from '../errors/index.js';
import type { Channel } from '../schema/primitives.js';

/**
 * Where a person says a post is. `page`: its page can be read by anyone, so that the campaign can be looked for.
 * `person`: only the form of the address can be judged, and whether the campaign is there is the person's word.
 */
export type PostAddress =
  | { readonly evidence: 'page'; readonly url: string; readonly page: URL }
  | { readonly evidence: 'person'; readonly url: string };

export interface PostAddressOptions {
  /** Origin of a stand-in on this machine whose posts count, such as `http://127.0.0.1:4010`. Rehearsals only. */
  readonly standIn?: string | undefined;
}

/**
 * Reads the address of a post as copied from a browser, in its shortest form and without what says how it was reached.
 *
 * @throws UserError `USER_043` when it is not that of one post at this channel.
 */
export function readPostUrl(
  channel: Channel,
  text: string,
  { standIn }: PostAddressOptions = {},
): PostAddress {
  const reader = readers[channel];
  const url = toPlainUrl(text);
  if (!reader || !url) throw notThere(text, reader?.expected ?? noAddress);
  const address = isAtStandIn(url, standIn) ? reader.readStandIn(url) : reader.read(url);
  if (!address) throw notThere(text, reader.expected);
  return address;
}

/** True on a loopback address that was explicitly allowed; a name could point anywhere, so none counts. */
export function isAtStandIn({ origin, hostname }: URL, standIn: string | undefined): boolean {
  return origin === standIn && /^(127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** True by https at the usual port, by a name that has a dot: an address in numbers is never looked up, nor judged. */
export function isPublicPage({ protocol, port, hostname }: URL): boolean {
  return protocol === 'https:' && port === '' && /^[^.[\]]+(\.[^.[\]]+)*\.[a-z][a-z0-9-]*\.?$/.test(hostname);
}

/**
 * Reads the address of any public page as copied from a browser: where it is, and which page holds its text. A place
 * within the page (`#`) is left out.
 *
 * @throws UserError `USER_043` when it is none that everybody could open.
 */
export function readPlace(
  text: string,
  { standIn }: PostAddressOptions = {},
): { readonly url: string; readonly page: URL } {
  const url = toPlainUrl(text);
  if (url && (isAt(url, blogOrigins) || isAtStandIn(url, standIn))) {
    const post = readPostUrl('naver_blog', text, { standIn });
    if (post.evidence === 'page') return post;
  }
  if (!url || !isPublicPage(url)) throw notThere(text, 'https://…');
  url.hash = '';
  return { url: url.href, page: url };
}

/** The complaint, without user name, password or query of the address. */
export function notThere(text: string, expected: string): UserError {
  const { host, pathname } = URL.canParse(text) ? new URL(text) : { host: '', pathname: '' };
  const shown = `${host}${pathname}`.replace(/\p{C}/gu, '').slice(0, longestShown);
  return new UserError('USER_043', { url: shown === '' ? '?' : shown, expected });
}

interface AddressReader {
  /** For the complaint. */
  readonly expected: string;
  read(url: URL): PostAddress | undefined;
  readStandIn(url: URL): PostAddress;
}

const longestShown = 100;
const longestAddress = 2_048;
const noAddress = 'blog.naver.com, www.instagram.com';

/**
 * `URL` drops tabs and line ends and takes a backslash for a slash: no browser shows such an address, so it is not
 * read. A user name before the host only serves to mislead.
 */
function toPlainUrl(text: string): URL | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestAddress || /[\s\\\p{C}]/u.test(trimmed) || !URL.canParse(trimmed))
    return undefined;
  const url = new URL(trimmed);
  return url.username === '' && url.password === '' ? url : undefined;
}

/** An origin holds the port, so that another port is another place. */
function isAt({ origin }: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => origin === `https://${host}`);
}

const blogOrigins = ['blog.naver.com', 'm.blog.naver.com'];
const blogId = /^[A-Za-z0-9_-]{1,30}$/;
const postNumber = /^\d{1,20}$/;

/**
 * `/{id}/{number}`, `/PostView.naver?blogId=&logNo=` (formerly `.nhn`) and `/{id}?Redirect=Log&logNo=`. The page for
 * desktops is an empty frame around the post; the one for phones holds it. Forms from public sources, seen 2026-11.
 */
function readBlogPost(url: URL): PostAddress | undefined {
  if (!isAt(url, blogOrigins)) return undefined;
  const [first = '', second, ...others] = url.pathname.split('/').slice(1);
  if (others.length > 0) return undefined;
  const isView = /^PostView\.(naver|nhn)$/.test(first);
  const id = isView ? url.searchParams.get('blogId') : first;
  const number = second ?? url.searchParams.get('logNo');
  if (!id || !number || !blogId.test(id) || !postNumber.test(number) || (isView && second)) return undefined;
  const path = `${id}/${number}`;
  return {
    evidence: 'page',
    url: `https://blog.naver.com/${path}`,
    page: new URL(`https://m.blog.naver.com/${path}`),
  };
}

/** Instagram shows a post to those who signed in only. */
function readInstagramPost(url: URL): PostAddress | undefined {
  const [, kind, code] = /^(?:\/[\w.]{1,30})?\/(p|reel)\/([\w-]{5,40})\/?$/.exec(url.pathname) ?? [];
  if (!isAt(url, ['www.instagram.com', 'instagram.com']) || !kind || !code) return undefined;
  return { evidence: 'person', url: `https://www.instagram.com/${kind}/${code}/` };
}

const readers: Partial<Record<Channel, AddressReader>> = {
  naver_blog: {
    expected: 'blog.naver.com',
    read: readBlogPost,
    readStandIn: ({ origin, pathname }) => {
      const page = new URL(pathname, origin);
      return { evidence: 'page', url: page.href, page };
    },
  },
  instagram: {
    expected: 'www.instagram.com',
    read: readInstagramPost,
    readStandIn: ({ origin, pathname }) => ({ evidence: 'person', url: `${origin}${pathname}` }),
  },
};
