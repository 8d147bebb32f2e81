import { z } from 'zod';

/**
 * What comes with an entry and is no part of it: a repeat with a fresh one is still a repeat. Strict, like the entry.
 */
export const proofsSchema = z.strictObject({
  /** A solved challenge: JSON in base64, as ALTCHA's widget writes it. */
  challenge: z.string().max(2_048).optional(),
  /** What Cloudflare Turnstile gave the browser. */
  turnstile: z.string().max(2_048).optional(),
  /** The six digits that came by text message. */
  phoneCode: z.string().max(16).optional(),
  /** A field that people do not see. Only programs fill it in. */
  website: z.string().max(256).optional(),
});
export type Proofs = z.infer<typeof proofsSchema>;
