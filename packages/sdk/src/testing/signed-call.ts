import { createHmac } from 'node:crypto';
import type { HintCall } from '../kt-event.js';

interface Signing {
  readonly id: string;
  readonly at: Date;
  /** `whsec_…` */
  readonly key: string;
}

/** A Standard Webhook, as KT or a blog would send it. */
export function signedCall(body: object, { id, at, key }: Signing): HintCall {
  const rawBody = Buffer.from(JSON.stringify(body));
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signature = createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(rawBody)
    .digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return { headers, rawBody };
}
