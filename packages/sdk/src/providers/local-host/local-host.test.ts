import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMediaKeys } from '../../security/media-keys.js';
import { createMediaSigner } from '../../security/signed-url.js';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.js';
import type { Store } from '../../store/store.js';
import { aPicture } from '../../testing/open-s3-stage.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import { createLocalHost, mediaPath } from './local-host.js';

const newFolder = temporaryFolders();
const at = new Date('2026-12-01T03:00:00.000Z');
const campaign = { slug: 'latte1', mediaVersion: 2 };

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore({ path: join(newFolder(), 'kt-event.db'), now: () => at });
});
afterEach(() => store.close());

/** One process on the store. */
async function open(now = at) {
  const keys = await openMediaKeys({ keys: store.keys, masterKey: Buffer.alloc(32, 1), randomBytes });
  const signer = createMediaSigner({ keys, now: () => now });
  return { keys, signer, host: createLocalHost({ publicUrl: () => 'https://events.test', signer }) };
}

const check = ({ signer }: Awaited<ReturnType<typeof open>>, address: string) => {
  const { pathname, searchParams } = new URL(address);
  return signer.verify(pathname, Object.fromEntries(searchParams));
};

describe('our own server as the place of media', () => {
  it('gives an address of this version for seven days, the same whenever it is asked for', async () => {
    const { host } = await open();
    const url = await host.url(campaign, aPicture(), at);
    const later = await open(new Date(at.getTime() + 604_799_000));
    const after = await open(new Date(at.getTime() + 604_800_000));

    expect(url).toMatch(/^https:\/\/events\.test\/m\/latte1\/instagram-square\?v=2&kid=1&exp=\d+&sig=/);
    expect(await later.host.url(campaign, aPicture(), at)).toBe(url);
    expect(await check(later, url)).toBe(2);
    await expect(check(after, url)).rejects.toMatchObject({ code: 'AUTH_003' });
    expect(host.upload).toBeUndefined();
  });

  it('signs with the key in use after another process has rotated, which a path alone does not', async () => {
    const [here, there] = [await open(), await open()];
    await there.keys.rotate();
    const stale = mediaPath(here.signer, { campaign, creative: aPicture(), at });
    const fresh = await here.host.url(campaign, aPicture(), at);

    await expect(check(there, `https://events.test${stale}`)).rejects.toMatchObject({ code: 'AUTH_003' });
    expect(await check(there, fresh)).toBe(2);
  });
});
