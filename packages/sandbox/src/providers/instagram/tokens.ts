import { credentials } from '../../credentials.js';
import type { SandboxRequest } from '../../provider.js';
import { readBearer, readContentType, readFormBody } from '../../request-body.js';
import { seededHex } from '../../seeded.js';
import type { World } from '../../world.js';
import { graphErrors, refuseGraph } from './graph-error.js';

interface Token {
  readonly value: string;
  readonly issuedAt: number;
}

export interface Tokens {
  /** The number of the token that came with a request, or a refusal. */
  recognise(request: SandboxRequest): string;
  refresh(tokenNumber: string, at: Date): { value: string; lifetimeSeconds: number };
}

const dayMs = 86_400_000;
const lifetimeMs = 60 * dayMs;

function readToken(request: SandboxRequest): string | undefined {
  const isForm = readContentType(request) === 'application/x-www-form-urlencoded';
  const inForm = isForm ? readFormBody(request).get('access_token') : null;
  return request.query.get('access_token') ?? inForm ?? readBearer(request);
}

/** The first token is a little over a day old when the world opens, so it can be refreshed at once. */
export function createTokens({ seed, openedAt }: World): Tokens {
  const issued: Token[] = [
    { value: credentials.instagram.IG_ACCESS_TOKEN, issuedAt: openedAt.getTime() - dayMs - 3_600_000 },
  ];

  return {
    recognise(request) {
      const value = readToken(request) ?? refuseGraph(graphErrors.tokenMissing);
      const number = issued.findIndex((token) => token.value === value);
      const token = issued[number] ?? refuseGraph(graphErrors.tokenInvalid);
      if (request.at.getTime() >= token.issuedAt + lifetimeMs) {
        refuseGraph(graphErrors.tokenExpired);
      }
      return String(number);
    },
    refresh(tokenNumber, at) {
      const token = issued[Number(tokenNumber)];
      if (!token || at.getTime() - token.issuedAt < dayMs) {
        refuseGraph({ code: 100, message: 'The access token is not yet 24 hours old.' });
      }
      const value = `sandbox-instagram-token-${seededHex(16, seed, 'token', issued.length)}`;
      issued.push({ value, issuedAt: at.getTime() });
      return { value, lifetimeSeconds: lifetimeMs / 1_000 };
    },
  };
}
