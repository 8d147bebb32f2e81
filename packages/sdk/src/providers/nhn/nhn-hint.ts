import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { DealerHint } from '../kakao-dealer.js';

const idSchema = z.string().regex(/^[\w-]{8,64}$/);
/** Only what is read. Hooks of another form are none. */
const hookSchema = z.object({ requestId: idSchema });
const callSchema = z.object({ event: z.literal('MESSAGE_RESULT_UPDATE'), hooks: z.array(z.unknown()) });

/** Hooks in one call at most. Ours [A]. */
const mostHooks = 1_000;
const signatureHeader = 'x-toast-webhook-signature';

/**
 * Reads a call back of NHN Cloud. Its signature is the fixed text set in the console, which proves no more than that the
 * caller knows it: nothing is believed but that these requests may be worth reading again.
 *
 * @param headers - Names in lower case.
 * @param secret - The text of the console.
 * @returns nothing for a call without the signature or about something else than results.
 */
export function parseNhnHint(
  headers: Readonly<Record<string, string | undefined>>,
  rawBody: Uint8Array,
  secret: string,
): DealerHint | undefined {
  if (secret === '' || !isSame(headers[signatureHeader] ?? '', secret)) return undefined;
  const call = callSchema.safeParse(parseJson(rawBody));
  if (!call.success) return undefined;
  const batchIds = call.data.hooks.slice(0, mostHooks).flatMap((one) => {
    const hook = hookSchema.safeParse(one);
    return hook.success ? [hook.data.requestId] : [];
  });
  return { batchIds: [...new Set(batchIds)], messageIds: [] };
}

/** In a time that tells neither where they differ nor how long the secret is. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
