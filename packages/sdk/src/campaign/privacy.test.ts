import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSignedBy } from '../draw/signature.js';
import { canonicalJson } from '../runs/canonical-json.js';
import { createKeyring } from '../security/campaign-keys.js';
import { openEntry } from '../security/entry-seal.js';
import { loadDriver } from '../store/sqlite/driver.js';
import { drawnAwards } from '../testing/award-fixtures.js';
import { createCanaryScanner, scanFolder } from '../testing/canaries.js';
import { canariesOfPeople } from '../testing/canary-people.js';
import { aCommitment } from '../testing/draw-fixtures.js';
import { aCampaignId } from '../testing/fixtures.js';
import { first, openPrivacyDesk, type PrivacyDesk, second } from './__fixtures__/privacy-desk.js';
import { type EraseDeps, eraseCampaign, findOverdue } from './erase-campaign.js';
import { exportPerson, forgetPerson } from './person.js';
import { nobody } from './reseal-persons.js';

let desk: PrivacyDesk;
let deps: EraseDeps;
beforeEach(async () => {
  desk = await openPrivacyDesk();
  deps = desk.eraseDeps;
});
afterEach(() => desk.close());

describe('what is kept of people', () => {
  it('is in no file in clear, whatever the spelling, of fifty people', async () => {
    const scan = createCanaryScanner(canariesOfPeople);

    expect(scanFolder(desk.folder, scan)).toEqual([]);
    expect(scan(`${first.name} ${first.phone}`)).not.toEqual([]);
    const database = new (loadDriver())(join(desk.folder, 'kt-event.db'), { readonly: true });
    database.prepare('VACUUM INTO ?').run(join(desk.folder, 'backup.db'));
    database.close();
    expect(readdirSync(desk.folder)).toEqual(expect.arrayContaining(['backup.db', 'kt-event.db-wal']));
    expect(scanFolder(desk.folder, scan)).toEqual([]);
    writeFileSync(join(desk.folder, 'server.log'), JSON.stringify({ level: 30, phone: second.phone }));
    expect(scanFolder(desk.folder, scan)).toEqual(
      expect.arrayContaining(['server.log: phone of 1, with dashes (plain)']),
    );
  });

  it('is shown to its owner, by the phone in any spelling', async () => {
    const [record] = await exportPerson(`+82 ${second.phone.slice(1)}`, deps);

    expect(record).toMatchObject({ name: second.name, entry: { seq: 2, marketingConsent: false } });
    expect(JSON.stringify(record)).not.toContain('sealed');
    expect(await exportPerson('010-0000-0000', deps)).toEqual([]);
    await expect(exportPerson('02-123-4567', deps)).rejects.toMatchObject({ code: 'USER_001' });
  });

  it('is erased when its owner asks, and the entry stays as nobody’s', async () => {
    const told = await forgetPerson(first.phone, deps);
    const [entry] = await desk.store.entries.list(aCampaignId);

    expect(told).toMatchObject([{ result: 'erased' }]);
    expect(entry).toMatchObject({ seq: 1, ...nobody });
    expect(await exportPerson(first.phone, deps)).toEqual([]);
    expect(await exportPerson(second.phone, deps)).toHaveLength(1);
    const records = (await desk.store.audit.list(aCampaignId)).map(({ record }) => record);
    expect(records).toMatchObject([
      { type: 'EXCLUDE', entry_id: entry?.id, reason: 'withdrawn' },
      { type: 'FORGET', entryId: entry?.id },
    ]);
  });

  it('is left out of a draw whose list is not fixed yet, which the list says', async () => {
    await desk.moveTo('closed');
    await forgetPerson(first.phone, deps);

    expect(await desk.store.exclusions.counts(aCampaignId)).toEqual({ withdrawn: 1 });
  });

  it('is not erased from the commitment to the draw', async () => {
    await desk.moveTo('closed');
    await desk.store.draws.commit(aCampaignId, aCommitment());

    expect(await forgetPerson(first.phone, deps)).toMatchObject([{ result: 'entries_are_taken' }]);
    expect(await exportPerson(first.phone, deps)).toHaveLength(1);
  });

  it('is not erased of who has a prize in hand, and is once that is over', async () => {
    const [winner, other] = await desk.store.entries.list(aCampaignId);
    const [award, reserve] = drawnAwards(1, 1);
    const awards = [
      { ...award, entryId: winner?.id },
      { ...reserve, entryId: other?.id },
    ] as Parameters<typeof desk.store.awards.open>[0];
    await desk.store.awards.open(awards);
    await desk.moveTo('closed');
    const held = await forgetPerson(first.phone, deps);
    const at = '2026-12-18T03:00:00.000Z';
    await desk.store.awards.forfeit({
      campaignId: aCampaignId,
      no: 1,
      from: ['drawn'],
      reason: 'declined',
      at,
    });
    const records = await exportPerson(first.phone, deps);

    expect(held).toMatchObject([{ result: 'prize_in_hand' }]);
    expect(records).toMatchObject([{ awards: [{ state: 'declined' }] }]);
    expect(await forgetPerson(first.phone, deps)).toMatchObject([{ result: 'erased' }]);
  });
});

describe('the destruction of a campaign’s data', () => {
  it('leaves no person but the phones that may be kept, and a signed receipt of it', async () => {
    await desk.moveTo('settled');
    const { erasure, signature } = await eraseCampaign(await desk.campaign(), deps);
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
    const [before] = await desk.store.entries.list(aCampaignId);
    const wrapped = String(await desk.store.keys.read(`data-key/${aCampaignId}/1`));
    await desk.moveTo('settled');
    await eraseCampaign(await desk.campaign(), deps);
    const scan = createCanaryScanner({ 'wrapped key': wrapped, 'sealed phone': String(before?.sealedPhone) });

    expect(scanFolder(desk.folder, scan)).toEqual([]);
    expect(() => before && openEntry(before, { dataKeys: new Map() })).toThrow();
    const ring = createKeyring({ keys: desk.store.keys, masterKey: Buffer.alloc(32, 1), randomBytes });
    const keys = await ring.of(aCampaignId);
    expect(() => before && openEntry(before, keys)).toThrow(expect.objectContaining({ code: 'STORE_002' }));
  });

  it('comes on the promised day and once, also when it was interrupted', async () => {
    await desk.moveTo('settled');
    const early = await findOverdue(deps);
    desk.setNow('2027-01-20T00:00:00+09:00');
    const [due] = await findOverdue(deps);
    const dying = { ...deps, store: { ...deps.store, audit: { ...deps.store.audit, append: die } } };
    await expect(eraseCampaign(await desk.campaign(), dying)).rejects.toThrow('power cut');
    const { erasure } = await eraseCampaign(await desk.campaign(), deps);
    const again = await eraseCampaign(await desk.campaign(), deps);

    expect([early.length, due?.id]).toEqual([0, aCampaignId]);
    expect(erasure).toMatchObject({ erased: 45, keptForMarketing: 5, reason: 'schedule' });
    expect(again.erasure).toEqual(erasure);
    expect(await findOverdue(deps)).toEqual([]);
  });

  it('is refused while somebody may still have to be told', async () => {
    await expect(eraseCampaign(await desk.campaign(), deps)).rejects.toMatchObject({ code: 'USER_080' });
  });

  it('would be seen if it forgot the log of the database', async () => {
    const [before] = await desk.store.entries.list(aCampaignId);
    await desk.moveTo('settled');
    const persons = { ...deps.store.persons, scrub: async () => undefined };
    await eraseCampaign(await desk.campaign(), { ...deps, store: { ...deps.store, persons } });
    const scan = createCanaryScanner({ 'sealed phone': String(before?.sealedPhone) });

    expect(scanFolder(desk.folder, scan)).not.toEqual([]);
  });
});

const die = () => Promise.reject(new Error('power cut'));
