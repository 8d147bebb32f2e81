import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSignedBy } from '../draw/signature.js';
import { createLocalMedia } from '../providers/local-media/local-media.js';
import { canonicalJson } from '../runs/canonical-json.js';
import type { CampaignState } from '../schema/campaign.js';
import { createKeyring } from '../security/campaign-keys.js';
import { openEntry } from '../security/entry-seal.js';
import { createCanaryScanner, phoneCanaries, scanFolder } from '../testing/canaries.js';
import { aPhone, type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aCampaign, aCampaignId, aPlan, aSchedule } from '../testing/fixtures.js';
import { type EraseDeps, eraseCampaign, findOverdue } from './erase-campaign.js';
import { exportPerson, forgetPerson } from './person.js';
import { nobody, resealPersons } from './reseal-persons.js';
import { rotateDataKey, rotateIndexKey } from './rotate-keys.js';

let desk: EntryDesk;
let deps: EraseDeps;
let nowMs: number;
beforeEach(async () => {
  desk = await openEntryDesk();
  nowMs = Date.parse('2026-12-20T12:00:00+09:00');
  deps = {
    store: desk.store,
    keyring: desk.keyring,
    randomBytes,
    now: () => new Date(nowMs),
    media: (path) => createLocalMedia({ folder: path, newId: () => randomBytes(8).toString('hex') }),
  };
});
afterEach(() => desk.close());

const people = Array.from({ length: 50 }, (_, no) => ({
  name: `가림${String.fromCharCode(0xac00 + no * 7)}${String.fromCharCode(0xb098 + no * 11)}`,
  phone: aPhone(77_000_000 + no * 1_009),
}));
const [first, second] = people as [(typeof people)[0], (typeof people)[0]];

/** Everybody enters; every tenth wants to hear of the store. */
async function crowd(): Promise<void> {
  const folder = join(desk.folder, 'campaign');
  await desk.open({
    folder,
    plan: aPlan({ schedule: aSchedule({ deleteAt: '2027-01-20T00:00:00+09:00' }) }),
  });
  for (const [no, person] of people.entries())
    await desk.enter({ ...person, marketingConsent: no % 10 === 0 });
}

const moveTo = (state: CampaignState) =>
  desk.store.campaigns.update(aCampaignId, ['open', 'closed'], { state });
const campaign = async () => (await desk.store.campaigns.find(aCampaignId)) ?? aCampaign();

describe('what is kept of people', () => {
  it('is in no file in clear, whatever the spelling, of fifty people', async () => {
    await crowd();
    const canaries = Object.assign(
      {},
      ...people.map(({ name, phone }, no) => ({
        [`name of ${no}`]: name,
        ...phoneCanaries(`phone of ${no}`, phone.replaceAll('-', '')),
      })),
    );
    const scan = createCanaryScanner(canaries);

    expect(scanFolder(desk.folder, scan)).toEqual([]);
    expect(scan(`${first.name} ${first.phone}`)).not.toEqual([]);
  });

  it('is shown to its owner, by the phone in any spelling', async () => {
    await crowd();
    const [record] = await exportPerson(`+82 ${second.phone.slice(1)}`, deps);

    expect(record).toMatchObject({ name: second.name, entry: { seq: 2, marketingConsent: false } });
    expect(JSON.stringify(record)).not.toContain('sealed');
    expect(await exportPerson('010-0000-0000', deps)).toEqual([]);
    await expect(exportPerson('02-123-4567', deps)).rejects.toMatchObject({ code: 'USER_001' });
  });

  it('is erased when its owner asks, and the entry stays as nobody’s', async () => {
    await crowd();
    const told = await forgetPerson(first.phone, deps);
    const [entry] = await desk.store.entries.list(aCampaignId);

    expect(told).toMatchObject([{ result: 'erased' }]);
    expect(entry).toMatchObject({ seq: 1, ...nobody });
    expect(await exportPerson(first.phone, deps)).toEqual([]);
    expect(await exportPerson(second.phone, deps)).toHaveLength(1);
    expect((await desk.store.audit.list(aCampaignId)).map(({ record }) => record)).toMatchObject([
      { type: 'FORGET', entryId: entry?.id },
    ]);
  });

  it('is not erased while the list is fixed and not drawn from', async () => {
    await crowd();
    await moveTo('closed');

    expect(await forgetPerson(first.phone, deps)).toMatchObject([{ result: 'entries_are_taken' }]);
    expect(await exportPerson(first.phone, deps)).toHaveLength(1);
  });
});

describe('the destruction of a campaign’s data', () => {
  it('leaves no person but the phones that may be kept, and a signed receipt of it', async () => {
    await crowd();
    await moveTo('settled');
    const { erasure, signature } = await eraseCampaign(await campaign(), deps);
    const entries = await desk.store.entries.list(aCampaignId);
    const keys = await desk.keyring.of(aCampaignId);
    const kept = entries.filter(({ sealedPhone }) => sealedPhone !== '').map((each) => openEntry(each, keys));
    const hash = createHash('sha256')
      .update(`kt-event-erasure/1\0${canonicalJson(erasure)}`)
      .digest('hex');
    const file = join(desk.folder, 'campaign/privacy/erasure.json');

    expect(erasure).toMatchObject({ erased: 45, keptForMarketing: 5, reason: 'request', dataKeysBelow: 2 });
    expect(new Set(kept.map(({ name, salt }) => name + salt))).toEqual(new Set(['']));
    expect([...keys.dataKeys.keys()]).toEqual([2]);
    expect(isSignedBy(hash, signature)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ erasure, signature });
  });

  it('leaves nothing that a copy of the database and the master key would open', async () => {
    await crowd();
    const [before] = await desk.store.entries.list(aCampaignId);
    const wrapped = String(await desk.store.keys.read(`data-key/${aCampaignId}/1`));
    await moveTo('settled');
    await eraseCampaign(await campaign(), deps);
    const scan = createCanaryScanner({ 'wrapped key': wrapped, 'sealed phone': String(before?.sealedPhone) });

    expect(scanFolder(desk.folder, scan)).toEqual([]);
    expect(() => before && openEntry(before, { dataKeys: new Map() })).toThrow();
    const ring = createKeyring({ keys: desk.store.keys, masterKey: Buffer.alloc(32, 1), randomBytes });
    const keys = await ring.of(aCampaignId);
    expect(() => before && openEntry(before, keys)).toThrow(expect.objectContaining({ code: 'STORE_002' }));
  });

  it('comes on the promised day and once, also when it was interrupted', async () => {
    await crowd();
    await moveTo('settled');
    const early = await findOverdue(deps);
    nowMs = Date.parse('2027-01-20T00:00:00+09:00');
    const [due] = await findOverdue(deps);
    const dying = { ...deps, store: { ...deps.store, audit: { ...deps.store.audit, append: die } } };
    await expect(eraseCampaign(await campaign(), dying)).rejects.toThrow('power cut');
    const { erasure } = await eraseCampaign(await campaign(), deps);
    const again = await eraseCampaign(await campaign(), deps);

    expect([early.length, due?.id]).toEqual([0, aCampaignId]);
    expect(erasure).toMatchObject({ erased: 45, keptForMarketing: 5, reason: 'schedule' });
    expect(again.erasure).toEqual(erasure);
    expect(await findOverdue(deps)).toEqual([]);
  });

  it('is refused while somebody may still have to be told', async () => {
    await crowd();

    await expect(eraseCampaign(await campaign(), deps)).rejects.toMatchObject({ code: 'USER_080' });
  });

  it('would be seen if it forgot the log of the database', async () => {
    await crowd();
    const [before] = await desk.store.entries.list(aCampaignId);
    await moveTo('settled');
    const persons = { ...deps.store.persons, scrub: async () => undefined };
    await eraseCampaign(await campaign(), { ...deps, store: { ...deps.store, persons } });
    const scan = createCanaryScanner({ 'sealed phone': String(before?.sealedPhone) });

    expect(scanFolder(desk.folder, scan)).not.toEqual([]);
  });
});

const die = () => Promise.reject(new Error('power cut'));

describe('other keys', () => {
  it('seal everybody anew, and destroy the one before only when nobody can still use it', async () => {
    await crowd();
    const open = await rotateDataKey(await campaign(), deps);
    const versions = [...(await desk.keyring.of(aCampaignId)).dataKeys.keys()];
    await moveTo('closed');
    const closed = await rotateDataKey(await campaign(), deps);
    const record = await exportPerson(first.phone, deps);

    expect(open).toEqual({ resealed: 50, keyVersion: 2, olderKeysDestroyed: false });
    expect(versions).toEqual([1, 2]);
    expect(closed).toEqual({ resealed: 50, keyVersion: 3, olderKeysDestroyed: true });
    expect([...(await desk.keyring.of(aCampaignId)).dataKeys.keys()]).toEqual([3]);
    expect(record).toMatchObject([{ name: first.name }]);
    expect(await resealPersons(aCampaignId, deps, (_entry, person) => person())).toBe(0);
  });

  it('find everybody under another master key, but never while entries are taken', async () => {
    await crowd();
    const olderKeys = [Buffer.alloc(32, 1)];
    const sealing = { keys: desk.store.keys, masterKey: Buffer.alloc(32, 2), olderKeys, randomBytes };
    const next = { ...deps, keyring: createKeyring(sealing) };
    const whileOpen = rotateIndexKey(await campaign(), next);
    await expect(whileOpen).rejects.toMatchObject({ code: 'USER_082' });
    const before = await exportPerson(first.phone, next);
    await moveTo('closed');

    expect(await rotateIndexKey(await campaign(), next)).toBe(50);
    expect(await rotateIndexKey(await campaign(), next)).toBe(0);
    expect([before, await exportPerson(first.phone, next)]).toMatchObject([
      [{ name: first.name }],
      [{ name: first.name }],
    ]);
  });
});
