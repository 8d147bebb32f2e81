import { createHmac, timingSafeEqual } from 'node:crypto';

export interface WebhookCall {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it arrived, to the byte: what was signed is not what a parser would write again. */
  readonly rawBody: Uint8Array;
  /** `whsec_` and base64. During a rotation the old key and the new one; any of them will do. */
  readonly secrets: readonly string[];
  readonly now: Date;
}

/** Either way. Source: Standard Webhooks 1.0.0. */
const toleranceSeconds = 5 * 60;
/** 24 to 64 bytes. Source: the same. */
const shortestKey = 24;
const longestKey = 64;

/**
 * Checks a call back signed as Standard Webhooks 1.0.0 say, with the symmetric `v1` signature.
 *
 * @returns its id, which stays the same when it is sent again; nothing for a call that is not genuine or is more than
 * five minutes off.
 * @see https://github.com/standard-webhooks/standard-webhooks
 */
export function verifyStandardWebhook({ headers, rawBody, secrets, now }: WebhookCall): string | undefined {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures || !isOnTime(timestamp, now)) return undefined;
  const given = signatures
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'));
  const genuine = secrets.map(toKey).some((key) => {
    if (!key) return false;
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest();
    return given.some((bytes) => bytes.length === expected.length && timingSafeEqual(bytes, expected));
  });
  return genuine ? id : undefined;
}

function isOnTime(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= toleranceSeconds;
}

/** A key that is too short could be guessed, so nothing signed with it is genuine. */
function toKey(secret: string): Buffer | undefined {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return key.length >= shortestKey && key.length <= longestKey ? key : undefined;
}
