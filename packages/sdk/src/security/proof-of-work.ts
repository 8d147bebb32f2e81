import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { type Challenge, challengeSchema, solvedChallengeSchema } from '../schema/challenge.js';
import type { RandomBytes } from './random-bytes.js';

/** How much work a challenge asks for. */
export interface Difficulty {
  /** Rounds of PBKDF2 in one try. */
  readonly cost: number;
  /** Tries that finding the number takes on average. */
  readonly tries: number;
}

export interface ProofOfWorkOptions {
  /** 32 bytes, of this campaign only. */
  readonly key: Uint8Array;
  readonly campaignId: string;
  readonly randomBytes: RandomBytes;
}

export type SolutionCheck =
  /** Solved, and not spent by anybody yet as far as can be told from here. */
  | { readonly kind: 'solved'; readonly name: string; readonly expiresAt: string }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'expired' };

/** Five minutes, within which somebody fills in two fields. Source: bots and cost abuse, `expiry <= 300 s`. */
export const challengeLifeSeconds = 300;

/**
 * Puzzles that a browser pays for with computing time: a price, and no proof of a person. The number to find is drawn
 * evenly from 1 to twice the average, because a solver that knows a higher lower bound would begin there.
 *
 * The library judges expiry by the system's clock; ours is an argument, so the instant is signed as a part of `data`
 * and judged here. Its `signature` covers every parameter, so it names the challenge.
 */
export function createProofOfWork({ key, campaignId, randomBytes }: ProofOfWorkOptions) {
  const secrets = {
    hmacSignatureSecret: `${hexOf(key)}/challenge`,
    hmacKeySignatureSecret: `${hexOf(key)}/key`,
  };

  return {
    async issue({ cost, tries }: Difficulty, now: Date): Promise<Challenge> {
      const expiresAt = Math.floor(now.getTime() / 1_000) + challengeLifeSeconds;
      const challenge = await createChallenge({
        ...secrets,
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: evenlyTo(2 * tries - 1, randomBytes),
        data: { campaignId, expiresAt },
        deriveKey,
      });
      return challengeSchema.parse(challenge);
    },

    /** @param token - As it came: nothing about it is trusted. */
    async check(token: string, now: Date): Promise<SolutionCheck> {
      const solved = readToken(token);
      if (!solved || solved.challenge.parameters.data.campaignId !== campaignId) return { kind: 'invalid' };
      const { challenge } = solved;
      const { counter, derivedKey } = solved.solution;
      const solution = { counter, derivedKey };
      const { verified } = await verifySolution({ ...secrets, challenge, solution, deriveKey });
      if (!verified) return { kind: 'invalid' };
      const expiresAtMs = challenge.parameters.data.expiresAt * 1_000;
      if (expiresAtMs <= now.getTime()) return { kind: 'expired' };
      return { kind: 'solved', name: challenge.signature, expiresAt: new Date(expiresAtMs).toISOString() };
    },
  };
}

function readToken(token: string) {
  try {
    return solvedChallengeSchema.safeParse(JSON.parse(Buffer.from(token, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** From 1 to `most`. The remainder favours small numbers by `most` in 2^48: nothing anybody could use. */
function evenlyTo(most: number, randomBytes: RandomBytes): number {
  return 1 + (Buffer.from(randomBytes(6)).readUIntBE(0, 6) % most);
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
