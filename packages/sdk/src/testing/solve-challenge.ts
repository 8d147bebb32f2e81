import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge } from '../schema/challenge.js';

/** Does the work of a browser. @returns the token that the form sends */
export async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return toToken({ challenge, solution });
}

export function toToken(solved: unknown): string {
  return Buffer.from(JSON.stringify(solved)).toString('base64');
}
