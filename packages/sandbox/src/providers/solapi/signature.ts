import { createHmac, timingSafeEqual } from 'node:crypto';
import { credentials } from '../../credentials.js';
import type { SandboxRequest } from '../../provider.js';
import { refuseSolapi } from './solapi-error.js';

const windowMs = 15 * 60_000;
const shortestSaltBytes = 12;
const longestSaltBytes = 64;

/** Hex HMAC-SHA256 of the date followed at once by the salt. */
export function sign(secret: string, date: string, salt: string): string {
  return createHmac('sha256', secret).update(`${date}${salt}`).digest('hex');
}

function readHeader(header: string): Readonly<Record<string, string>> {
  const [, list] = /^HMAC-SHA256 (.+)$/i.exec(header) ?? [];
  if (list === undefined) {
    return refuseSolapi(401, 'Unauthorized', 'The Authorization header is not HMAC-SHA256');
  }
  return Object.fromEntries(
    list.split(/,\s*/).map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim(), value.join('=')];
    }),
  );
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** Checks key, salt, clock and signature, and returns the signature, which may be used once. */
export function checkSignature({ headers, at }: SandboxRequest): string {
  const { apiKey, date = '', salt = '', signature = '' } = readHeader(headers['authorization'] ?? '');
  const saltBytes = Buffer.byteLength(salt);
  if (apiKey !== credentials.solapi.SOLAPI_API_KEY) {
    refuseSolapi(403, 'InvalidAPIKey', 'The API key is not valid');
  }
  if (saltBytes < shortestSaltBytes || saltBytes > longestSaltBytes) {
    refuseSolapi(400, 'ValidationError', 'salt must have 12 to 64 bytes');
  }
  const skewMs = Math.abs(Date.parse(date) - at.getTime());
  if (Number.isNaN(skewMs) || skewMs > windowMs) {
    refuseSolapi(403, 'RequestTimeTooSkewed', 'The request time is more than 15 minutes off');
  }
  if (!isSame(signature, sign(credentials.solapi.SOLAPI_API_SECRET, date, salt))) {
    refuseSolapi(403, 'SignatureDoesNotMatch', 'The signature does not match');
  }
  return signature;
}
