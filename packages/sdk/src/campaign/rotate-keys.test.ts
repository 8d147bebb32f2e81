import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAddress, sealAddress } from '../award/seal-claim.js';
import { createKeyring } from '../security/campaign-keys.js';
import { drawnAwards } from '../testing/award-fixtures.js';
import { aCampaignId } from '../testing/fixtures.js';
import { first, openPrivacyDesk, type PrivacyDesk } from './__fixtures__/privacy-desk.js';
import { type EraseDeps, eraseCampaign } from './erase-campaign.js';
import { exportPerson } from './person.js';
import { resealPersons } from './reseal-persons.js';
import { rotateDataKey, rotateIndexKey } from './rotate-keys.js';

let desk: PrivacyDesk;
let deps: EraseDeps;
beforeEach(async () => {
  desk = await openPrivacyDesk();
  deps = desk.eraseDeps;
});
afterEach(() => desk.close());

describe('other keys', () => {
  it('seal everybody anew, and destroy the one before only when nobody can still use it', async () => {
    const open = await rotateDataKey(await desk.campaign(), deps);
    const versions = [...(await desk.keyring.of(aCampaignId)).dataKeys.keys()];
    await desk.moveTo('closed');
    const closed = await rotateDataKey(await desk.campaign(), deps);
    const record = await exportPerson(first.phone, deps);

    expect(open).toEqual({ resealed: 50, keyVersion: 2, olderKeysDestroyed: false });
    expect(versions).toEqual([1, 2]);
    expect(closed).toEqual({ resealed: 50, keyVersion: 3, olderKeysDestroyed: true });
    expect([...(await desk.keyring.of(aCampaignId)).dataKeys.keys()]).toEqual([3]);
    expect(record).toMatchObject([{ name: first.name }]);
    expect(await resealPersons(aCampaignId, deps, (_entry, person) => person())).toBe(0);
  });

  it('open what a winner wrote before them', async () => {
    await desk.store.awards.open(drawnAwards(1, 0));
    await desk.moveTo('closed');
    const place = { campaignId: aCampaignId, no: 1 };
    const before = await desk.keyring.of(aCampaignId);
    const form = sealAddress({ address: '서울 마포구 1' }, place, {
      key: before.dataKey,
      keyVersion: 1,
      randomBytes,
    });
    const at = '2026-12-18T03:00:00.000Z';
    await desk.store.awards.move({ ...place, from: ['drawn'], to: 'claimed', at, reason: 'claimed', form });
    await rotateDataKey(await desk.campaign(), deps);
    const kept = await desk.store.awards.form(aCampaignId, 1);

    expect(kept && openAddress(kept, place, await desk.keyring.of(aCampaignId))).toBe('서울 마포구 1');
    await desk.moveTo('settled');
    await eraseCampaign(await desk.campaign(), deps);
    expect(await desk.store.awards.form(aCampaignId, 1)).toBeUndefined();
  });

  it('find everybody under another master key, but never while entries are taken', async () => {
    const olderKeys = [Buffer.alloc(32, 1)];
    const sealing = { keys: desk.store.keys, masterKey: Buffer.alloc(32, 2), olderKeys, randomBytes };
    const next = { ...deps, keyring: createKeyring(sealing) };
    const whileOpen = rotateIndexKey(await desk.campaign(), next);
    await expect(whileOpen).rejects.toMatchObject({ code: 'USER_082' });
    const before = await exportPerson(first.phone, next);
    await desk.moveTo('closed');

    expect(await rotateIndexKey(await desk.campaign(), next)).toBe(50);
    expect(await rotateIndexKey(await desk.campaign(), next)).toBe(0);
    expect([before, await exportPerson(first.phone, next)]).toMatchObject([
      [{ name: first.name }],
      [{ name: first.name }],
    ]);
  });
});
