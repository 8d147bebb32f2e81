import { z } from 'zod';
import { verifyStandardWebhook } from '../../security/standard-webhook.js';

/** That something happened to a post. What it was, the endpoint tells when it is asked: a call back proves nothing. */
export interface BlogHint {
  /** Of the call: the same when it is sent again. */
  readonly id: string;
  /** A publication's `externalId`. */
  readonly postId: string;
}

/** Only what is read. */
const callSchema = z.object({ data: z.object({ postId: z.string().min(1).max(200) }) });

/**
 * Reads a call back of the publishing endpoint: a Standard Webhook with `data.postId`. The form of the data is assumed.
 *
 * @param secret - `whsec_…`; during a rotation the old and the new one, with a blank between them.
 * @returns nothing for a call that is not genuine, not on time, or not about a post.
 */
export function parseBlogHint(
  headers: Readonly<Record<string, string | undefined>>,
  rawBody: Uint8Array,
  secret: string,
  now: Date,
): BlogHint | undefined {
  const secrets = secret.split(' ').filter((part) => part !== '');
  const id = verifyStandardWebhook({ headers, rawBody, secrets, now });
  if (id === undefined) return undefined;
  const call = callSchema.safeParse(parseJson(rawBody));
  return call.success ? { id, postId: call.data.data.postId } : undefined;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
