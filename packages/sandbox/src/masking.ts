import { listSecrets } from './credentials.js';

const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'x-api-key',
  'x-goog-api-key',
  'x-ncp-apigw-api-key',
  'x-naver-client-secret',
]);
const secretParameters =
  /((?:access_token|client_secret|fb_exchange_token|serviceKey)(?:=|"\s*:\s*"))[^&"\s]+/gi;
/** Korean numbers, mobile or not, written with 0 or +82 and with or without separators. */
const phones = /(?<!\d)((?:\+|%2B)?82|0)[-. ]?\d{1,2}[-. ]?\d{3,4}[-. ]?\d{4}(?!\d)/gi;
const mask = '***';

function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Text without the secrets of the stand-ins, secret parameters and whole phone numbers. */
export function maskText(text: string): string {
  const withoutParameters = text.replaceAll(secretParameters, `$1${mask}`);
  const withoutSecrets = listSecrets().reduce(
    (masked, secret) => masked.replaceAll(secret, mask).replaceAll(encodeURIComponent(secret), mask),
    withoutParameters,
  );
  return withoutSecrets.replaceAll(phones, maskPhone);
}

export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secretHeaders.has(name) ? mask : maskText(value)]),
  );
}
