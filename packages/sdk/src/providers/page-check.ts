/** Reads the public page of a post, so that a campaign can be looked for on it. */
export interface PageReader {
  /**
   * The page as anyone gets it who is not signed in; '' when there is none for them: it is gone, it is private, it is
   * no page, or it leads elsewhere.
   *
   * @throws {@link UserError} `USER_043` for an address that is not read.
   * @throws {@link ProviderError} `PROVIDER_005` when it cannot be reached, or its name leads into a private network.
   */
  read(url: URL, signal?: AbortSignal): Promise<string>;
}

/** Reads any page that everybody can read. */
export interface PublicPageReader {
  /**
   * The page to the byte, as anyone gets it who is not signed in; empty when there is none for them.
   *
   * @throws {@link UserError} `USER_043` for an address that is not read.
   * @throws {@link ProviderError} `PROVIDER_005` when it cannot be reached, or its name leads into a private network.
   */
  readBytes(url: URL, signal?: AbortSignal): Promise<Uint8Array>;
}

export interface CampaignMark {
  /** The entry page, tagged or not. */
  readonly link: string;
  readonly slug: string;
}

/** Nested as an address within an address within a script within a page. */
const deepestWrapping = 4;

/**
 * True when a page names the entry address of a campaign: in a link or in the text, with or without `https://` and
 * its tag, percent-encoded, escaped for HTML or for JSON. An address that only begins like it does not count.
 */
export function carriesCampaign(html: string, { link, slug }: CampaignMark): boolean {
  if (!URL.canParse(link)) return false;
  const { host, pathname } = new URL(link);
  const path = pathname.replace(/\/$/, '');
  if (slug === '' || path.split('/').at(-1) !== slug) return false;
  const address = `${host}${path}`.toLowerCase();
  let text = html;
  for (let depth = 0; depth < deepestWrapping; depth += 1) {
    if (names(text, address) || names(withoutTags(text), address)) return true;
    const unwrapped = unwrap(text);
    if (unwrapped === text) return false;
    text = unwrapped;
  }
  return false;
}

/** Neither `evil-shop.kr/e/abcd` nor `shop.kr/e/abcd9` is `shop.kr/e/abcd`. */
function names(text: string, address: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(address); at >= 0; at = lower.indexOf(address, at + 1)) {
    const before = lower.slice(Math.max(0, at - 1), at);
    const after = lower.slice(at + address.length, at + address.length + 1);
    if (!/[a-z0-9.@_-]/.test(before) && !/[a-z0-9_-]/.test(after)) return true;
  }
  return false;
}

/** An editor may break a long address with marks that nobody sees. */
function withoutTags(text: string): string {
  return text.replace(/<[^<>]*>|[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  sol: '/',
  colon: ':',
};

/** One layer of each kind of escape, ASCII alone: an address holds nothing else. */
function unwrap(text: string): string {
  return text
    .replace(/&(amp|quot|apos|lt|gt|sol|colon);/g, (whole, name: string) => named[name] ?? whole)
    .replace(/&#(\d{1,7});/g, (whole, code: string) => toAscii(Number(code)) ?? whole)
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, code: string) => toAscii(Number.parseInt(code, 16)) ?? whole)
    .replace(/%([0-9a-f]{2})/gi, (whole, code: string) => toAscii(Number.parseInt(code, 16)) ?? whole)
    .replace(/\\u([0-9a-f]{4})/gi, (whole, code: string) => toAscii(Number.parseInt(code, 16)) ?? whole)
    .replaceAll('\\/', '/');
}

function toAscii(code: number): string | undefined {
  return code < 0x80 ? String.fromCharCode(code) : undefined;
}
