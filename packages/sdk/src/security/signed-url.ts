import { createHmac, timingSafeEqual } from 'node:crypto';
import { AuthError, UserError } from '../errors/index.js';

/** 7 days: the longest life object stores give a signed address. Source: S3 presigned URLs, Azure user-delegation SAS. */
export const longestLifetimeSeconds = 604_800;

const version = '1';
const parameters = ['exp', 'kid', 'sig', 'v'];

export interface MediaSignerOptions {
  /** Keys by id. An address stops working when its key is taken out. */
  readonly keys: Readonly<Record<string, Uint8Array>>;
  /** Key that new addresses are signed with. */
  readonly currentKeyId: string;
  readonly now: () => Date;
}

/** Makes addresses that open one object for a limited time, and nothing else. */
export interface MediaSigner {
  /** @param from - Start of its life, now by default. @returns path and query. @throws UserError `USER_001` beyond {@link longestLifetimeSeconds} */
  mint(path: string, lifetimeSeconds: number, from?: Date): string;
  /** @throws AuthError `AUTH_003` when anything about the address is not as it was minted. */
  verify(path: string, query: Readonly<Record<string, string>>): void;
}

export function createMediaSigner({ keys, currentKeyId, now }: MediaSignerOptions): MediaSigner {
  return {
    mint(path, lifetimeSeconds, from = now()) {
      const key = keys[currentKeyId];
      if (!key) throw new UserError('USER_002', { what: 'media key', id: currentKeyId });
      refuseLongLife(lifetimeSeconds);
      const exp = String(Math.floor(from.getTime() / 1_000) + lifetimeSeconds);
      const sig = sign(key, path, exp).toString('base64url');
      return `${path}?${new URLSearchParams({ v: version, kid: currentKeyId, exp, sig })}`;
    },
    verify(path, query) {
      const { exp = '', kid = '', sig = '', v } = query;
      const key = Object.hasOwn(keys, kid) ? keys[kid] : undefined;
      const genuine =
        key !== undefined &&
        v === version &&
        hasOnlyParameters(query) &&
        /^\d{1,12}$/.test(exp) &&
        isEqual(sign(key, path, exp), sig);
      if (!genuine || Number(exp) * 1_000 <= now().getTime()) throw new AuthError('AUTH_003', {});
    },
  };
}

/** `HMAC-SHA256(key, "kt-media/1\0GET\0" path "\0" exp)`. */
function sign(key: Uint8Array, path: string, exp: string): Buffer {
  return createHmac('sha256', key).update(`kt-media/1\0GET\0${path}\0${exp}`).digest();
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

function refuseLongLife(lifetimeSeconds: number): void {
  if (Number.isInteger(lifetimeSeconds) && lifetimeSeconds > 0 && lifetimeSeconds <= longestLifetimeSeconds) {
    return;
  }
  const message = {
    ko: `1초에서 ${longestLifetimeSeconds}초 사이여야 합니다`,
    en: `must be 1 to ${longestLifetimeSeconds} seconds`,
  };
  throw new UserError(
    'USER_001',
    { what: 'media address' },
    { issues: [{ path: ['lifetimeSeconds'], message }] },
  );
}
