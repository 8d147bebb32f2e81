import { z } from 'zod';
import { campaignIdSchema } from './primitives.js';

const hex = (characters: number) => z.string().regex(new RegExp(`^[0-9a-f]{${characters}}$`));

/** A puzzle, in the form of ALTCHA's proof of work, version 2. Strict: what was not signed is not read. */
export const challengeSchema = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: hex(32),
    salt: hex(32),
    /** Rounds of one try. */
    cost: z.int().min(1).max(1_000_000),
    keyLength: z.literal(32),
    /** How the key of the right number begins. */
    keyPrefix: hex(32),
    keySignature: hex(64),
    data: z.strictObject({
      campaignId: campaignIdSchema,
      /** Seconds since 1970. */
      expiresAt: z.int(),
    }),
  }),
  signature: hex(64),
});
export type Challenge = z.infer<typeof challengeSchema>;

/** A challenge and the number that solves it. */
export const solvedChallengeSchema = z.strictObject({
  challenge: challengeSchema,
  solution: z.strictObject({
    counter: z.int().min(0).max(0xffff_ffff),
    derivedKey: hex(64),
    /** Milliseconds it took, as the solver says: believed in nothing. */
    time: z.number().optional(),
  }),
});
