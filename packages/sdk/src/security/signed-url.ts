import { createHmac, timingSafeEqual } from 'node:crypto';
import { AuthError, UserError } from '../errors/index.js';
import type { MediaKeys } from './media-keys.js';

/** 7 days: the longest life object stores give a signed address. Source: S3 presigned URLs, Azure user-delegation SAS. */
export const longestLifetimeSeconds = 604_800;

const parameters = ['exp', 'kid', 'sig', 'v'];

export interface MediaSignerOptions {
  readonly keys: Pick<MediaKeys, 'lastSeen' | 'current' | 'keyOf'>;
  readonly now: () => Date;
}

interface MintOptions {
  /** Version of the object: an address is for this one only. 1 or more. */
  readonly version: number;
  /** 1 to {@link longestLifetimeSeconds}. */
  readonly lifetimeSeconds: number;
  /** Start of its life. @defaultValue now */
  readonly from?: Date | undefined;
}

/** Makes addresses that open one version of one object for a limited time, for reading, and nothing else. */
export interface MediaSigner {
  /** @returns path and query, under the key last seen. @throws UserError `USER_001` beyond {@link longestLifetimeSeconds} */
  mint(path: string, options: MintOptions): string;
  /** Learns of a rotation by another process, so that the next address is signed with the key in use. */
  refresh(): Promise<void>;
  /**
   * @returns the version it was minted for: whoever knows the present one compares.
   * @throws AuthError `AUTH_003` when anything about the address is not as it was minted, or its key was rotated out.
   */
  verify(path: string, query: Readonly<Record<string, string>>): Promise<number>;
}

export function createMediaSigner({ keys, now }: MediaSignerOptions): MediaSigner {
  return {
    mint(path, { version, lifetimeSeconds, from = now() }) {
      requireWhole(version, 'version', Number.MAX_SAFE_INTEGER);
      requireWhole(lifetimeSeconds, 'lifetimeSeconds', longestLifetimeSeconds);
      const kid = keys.lastSeen();
      const v = String(version);
      const exp = String(Math.floor(from.getTime() / 1_000) + lifetimeSeconds);
      const sig = sign(keys.keyOf(kid), { path, v, exp }).toString('base64url');
      return `${path}?${new URLSearchParams({ v, kid, exp, sig })}`;
    },
    async refresh() {
      await keys.current();
    },
    async verify(path, query) {
      const { exp = '', kid = '', sig = '', v = '' } = query;
      const genuine =
        hasOnlyParameters(query) &&
        /^\d{1,12}$/.test(exp) &&
        Number(exp) * 1_000 > now().getTime() &&
        isEqual(sign(keys.keyOf(kid), { path, v, exp }), sig) &&
        kid === (await keys.current()); // last, so that only who holds an address reaches the store
      if (!genuine) throw new AuthError('AUTH_003', {});
      return Number(v);
    },
  };
}

/**
 * `HMAC-SHA256(k[kid], "kt-media/1\0GET\0" path "\0" v "\0" exp)`. Without `v` in it, anybody could rewrite the version
 * of an address that was revoked by raising it.
 */
function sign(
  key: Uint8Array,
  { path, v, exp }: { readonly path: string; readonly v: string; readonly exp: string },
): Buffer {
  return createHmac('sha256', key).update(`kt-media/1\0GET\0${path}\0${v}\0${exp}`).digest();
}

/** In constant time. Text that spells the same bytes in another way is refused as well. */
function isEqual(expected: Buffer, text: string): boolean {
  const given = Buffer.from(text);
  const wanted = Buffer.from(expected.toString('base64url'));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function hasOnlyParameters(query: Readonly<Record<string, string>>): boolean {
  return Object.keys(query).sort().join() === parameters.join();
}

function requireWhole(value: number, name: string, most: number): void {
  if (Number.isInteger(value) && value > 0 && value <= most) return;
  const message = {
    ko: `1에서 ${most} 사이의 정수여야 합니다`,
    en: `must be a whole number from 1 to ${most}`,
  };
  throw new UserError('USER_001', { what: 'media address' }, { issues: [{ path: [name], message }] });
}
