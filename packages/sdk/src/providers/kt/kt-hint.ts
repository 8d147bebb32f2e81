import { z } from 'zod';
import { verifyStandardWebhook } from '../../security/standard-webhook.js';
import { deploymentIdSchema } from './kt-answer.js';

/** That something happened to an order. What it was, KT tells when it is asked: a call back proves nothing. */
export interface KtHint {
  /** Of the call: the same when it is sent again. Whoever keeps the ids knows which were read already. */
  readonly id: string;
  /** A publication's `externalId`. */
  readonly deploymentId: string;
}

/** Only what is read. */
const callSchema = z.object({ data: z.object({ deploymentId: deploymentIdSchema }) });

/**
 * Reads a status call back of KT: a Standard Webhook with `data.deploymentId`. Both are assumed.
 *
 * @param headers - Names in lower case.
 * @param rawBody - As it arrived, to the byte.
 * @param secret - `whsec_…`; during a rotation the old and the new one, with a blank between them.
 * @returns nothing for a call that is not genuine, more than five minutes off, or not about an order.
 */
export function parseKtHint(
  headers: Readonly<Record<string, string | undefined>>,
  rawBody: Uint8Array,
  secret: string,
  now: Date,
): KtHint | undefined {
  const secrets = secret.split(' ').filter((part) => part !== '');
  const id = verifyStandardWebhook({ headers, rawBody, secrets, now });
  if (id === undefined) return undefined;
  const call = callSchema.safeParse(parseJson(rawBody));
  return call.success ? { id, deploymentId: call.data.data.deploymentId } : undefined;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
