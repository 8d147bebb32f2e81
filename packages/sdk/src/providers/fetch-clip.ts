import { ProviderError } from '../errors/index.js';
import type { Http } from '../http/http.js';
import { requireOk } from '../http/require-ok.js';

interface ClipSource {
  readonly provider: string;
  readonly http: Http;
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ten seconds in full HD are 20 MB. */
const maxBytes = 64 * 1024 * 1024;
const mostRedirects = 3;

/**
 * Fetches a film from the address its provider named. Keys go to the provider alone, and nothing goes in clear.
 *
 * @throws ProviderError `PROVIDER_004` for another address, or a file that is no whole MP4; else as `requireOk` says.
 */
export async function fetchClip(source: ClipSource, url: string, signal: AbortSignal): Promise<Uint8Array> {
  const { provider, http, baseUrl, headers } = source;
  const { origin } = new URL(baseUrl);
  let address = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const isOwn = requireFit(address, origin, provider).origin === origin;
    const sent = isOwn && headers ? { headers } : {};
    const response = await http({ provider, method: 'GET', url: address, ...sent, maxBytes }, signal);
    const next = response.headers['location'];
    if (response.status < 300 || response.status >= 400 || next === undefined)
      return requireMp4(requireOk(response, provider).bytes, provider);
    address = URL.canParse(next, address) ? new URL(next, address).href : next;
  }
  throw new ProviderError('PROVIDER_004', { provider, reason: 'the film is redirected without end' });
}

function requireFit(address: string, origin: string, provider: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && (url.protocol === 'https:' || url.origin === origin)) return url;
  throw new ProviderError('PROVIDER_004', {
    provider,
    reason: 'the film is at an address that is not https',
  });
}

/** The boxes of an MP4 lie side by side up to the last byte (ISO/IEC 14496-12 §4.2). */
function requireMp4(bytes: Uint8Array, provider: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types: string[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = view.getUint32(at);
    const size = short === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : short;
    if (size < 8) break;
    types.push(Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1'));
    at += size;
  }
  if (types[0] === 'ftyp' && types.includes('moov') && at === bytes.length) return bytes;
  throw new ProviderError('PROVIDER_004', { provider, reason: 'no whole MP4' });
}
