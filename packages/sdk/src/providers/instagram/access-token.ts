import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AuthError } from '../../errors/index.js';
import { instantSchema } from '../../schema/primitives.js';
import type { TokenVault } from '../token-vault.js';

/** What goes into a header as it stands. */
export const tokenSchema = z.string().regex(/^[\x21-\x7e]{1,2000}$/);

export interface RenewedToken {
  readonly token: string;
  readonly lifeMs: number;
}

export interface AccessTokenOptions {
  /** As the owner set it. */
  readonly configured: string;
  /** @defaultValue memory: what was renewed ends with the process */
  readonly vault?: TokenVault | undefined;
  readonly now: () => Date;
  readonly renew: (token: string, signal?: AbortSignal) => Promise<RenewedToken>;
}

export interface AccessToken {
  /**
   * The token to use now.
   * @throws AuthError `AUTH_004` once it is known to have expired
   */
  current(): Promise<string>;
  /** Renews it first when it is due. A renewal that fails changes nothing, and is tried again an hour later. */
  keepFresh(signal?: AbortSignal): Promise<void>;
}

/** Source: Meta's page on long-lived tokens, read 2026-11-20: at least a day old, and 60 days to live. */
const leastAgeMs = 86_400_000;
/** Ours: eight missed renewals in a row before one expires. */
const renewalMs = 7 * 86_400_000;
const pauseMs = 3_600_000;

/** How far a token has come. One the owner set is of unknown age: it is counted from when it was first used here. */
const keptSchema = z.object({
  token: tokenSchema.optional(),
  since: instantSchema,
  expiresAt: instantSchema.optional(),
});
type Kept = z.infer<typeof keptSchema>;

/** A long-lived token. What it was renewed to is kept under a hash of the configured one, so a newly set one wins. */
export function createAccessToken({ configured, vault, now, renew }: AccessTokenOptions): AccessToken {
  const store = vault ?? createMemory();
  const name = nameOf(configured);
  let triedAtMs = Number.NEGATIVE_INFINITY;

  const read = async (): Promise<Kept | undefined> => parseKept(await store.read(name));
  const write = (kept: Kept) => store.write(name, JSON.stringify(kept));
  const renewKept = async ({ token = configured }: Kept, signal?: AbortSignal): Promise<void> => {
    triedAtMs = now().getTime();
    const renewed = await renew(token, signal);
    const since = now();
    const expiresAt = new Date(since.getTime() + renewed.lifeMs).toISOString();
    await write({ token: renewed.token, since: since.toISOString(), expiresAt });
  };

  return {
    async current() {
      const kept = await read();
      requireAlive(kept, now());
      return kept?.token ?? configured;
    },

    async keepFresh(signal) {
      const kept = await read();
      requireAlive(kept, now());
      try {
        if (!kept) return await write({ since: now().toISOString() });
        if (!isDue(kept, now()) || now().getTime() - triedAtMs < pauseMs) return;
        await renewKept(kept, signal);
      } catch {
        signal?.throwIfAborted(); // the old one still serves
      }
    },
  };
}

/** Names the token without telling it. */
function nameOf(configured: string): string {
  return `instagram-token/${createHash('sha256').update(`kt-instagram-token/1\0${configured}`).digest('hex')}`;
}

function isDue({ token, since }: Kept, at: Date): boolean {
  const ageMs = at.getTime() - Date.parse(since);
  return ageMs >= (token === undefined ? leastAgeMs : renewalMs);
}

function requireAlive(kept: Kept | undefined, at: Date): void {
  const { expiresAt } = kept ?? {};
  if (expiresAt === undefined || at.getTime() < Date.parse(expiresAt)) return;
  throw new AuthError('AUTH_004', { provider: 'instagram', status: `expired ${expiresAt.slice(0, 10)}` });
}

/** What cannot be read is taken for nothing: the configured token then serves. */
function parseKept(text: string | undefined): Kept | undefined {
  try {
    return text === undefined ? undefined : keptSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function createMemory(): TokenVault {
  const values = new Map<string, string>();
  return {
    read: async (name) => values.get(name),
    async write(name, value) {
      values.set(name, value);
    },
  };
}
