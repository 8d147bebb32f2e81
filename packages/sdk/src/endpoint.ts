import { type Bilingual, UserError } from './errors/index.js';
import type { Mode } from './schema/primitives.js';

/** Where a provider is, and so whether what it does is real. */
export interface Endpoint {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly mode: Mode;
}

/**
 * A stand-in lives on this machine; whatever lives elsewhere is real.
 *
 * @param variable - Where the address was read, for the complaint.
 * @throws UserError `USER_001` when it is no address, carries a password, or would carry credentials in clear to
 * another machine. The address itself is not repeated.
 */
export function parseEndpoint(text: string, variable: string): Endpoint {
  const { baseUrl, url } = parseAddress(text, variable);
  const mode = isLoopback(url.hostname) ? 'sandbox' : 'live';
  if (mode === 'live' && url.protocol !== 'https:') throw wrongAddress(variable, mustBeHttps);
  return { baseUrl, mode };
}

/** @throws UserError `USER_001` */
export function parseAddress(
  text: string,
  variable: string,
): { readonly baseUrl: string; readonly url: URL } {
  if (!URL.canParse(text)) throw wrongAddress(variable, mustBeHttps);
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw wrongAddress(variable, mustBeHttps);
  if (url.username !== '' || url.password !== '') throw wrongAddress(variable, mustNotCarryPassword);
  return { baseUrl: text.replace(/\/+$/, ''), url };
}

/** As `URL` spells hosts: `127.1` has become `127.0.0.1`, and `127.example.com` is a name like any other. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

const mustBeHttps: Bilingual = {
  ko: 'https://로 시작하는 주소여야 합니다',
  en: 'must be an address that begins with https://',
};
const mustNotCarryPassword: Bilingual = {
  ko: '주소에 아이디나 비밀번호를 넣지 마세요',
  en: 'must not carry a user name or password',
};

function wrongAddress(variable: string, message: Bilingual): UserError {
  return new UserError('USER_001', { what: variable }, { issues: [{ path: [variable], message }] });
}
