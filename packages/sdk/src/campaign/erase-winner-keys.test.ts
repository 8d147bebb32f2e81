import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealTax } from '../award/seal-claim.js';
import { createCanaryScanner, scanFolder } from '../testing/canaries.js';
import { aCampaignId } from '../testing/fixtures.js';
import { openPrivacyDesk, type PrivacyDesk } from './__fixtures__/privacy-desk.js';
import { eraseCampaign } from './erase-campaign.js';
import { eraseTaxPapers } from './erase-tax-papers.js';

const claimKey = `claim-key/${aCampaignId}`;
const taxKey = `tax-key/${aCampaignId}`;
const keepUntil = '2032-02-29';

let desk: PrivacyDesk;
let deps: PrivacyDesk['eraseDeps'];
beforeEach(async () => {
  desk = await openPrivacyDesk();
  deps = desk.eraseDeps;
  await deps.winnerKeys.claimKey(aCampaignId);
  await deps.winnerKeys.taxKey(aCampaignId);
  await desk.moveTo('settled');
});
afterEach(() => desk.close());

const kept = async () => {
  const names = await desk.store.keys.names('');
  return [claimKey, taxKey].filter((name) => names.includes(name));
};
const erase = async () => (await eraseCampaign(await desk.campaign(), deps)).erasure;

/** One winner whose paper the law has kept. */
async function keepPaper(): Promise<void> {
  const [entry] = await desk.store.entries.list(aCampaignId);
  const place = { campaignId: aCampaignId, no: 1 };
  const at = '2026-12-16T03:00:00.000Z';
  const tokenHash = 'f'.repeat(64);
  const award = {
    ...place,
    entryId: entry?.id ?? '',
    state: 'drawn',
    prizeId: 'ears',
    piece: 1,
    at,
    tokenHash,
  } as const;
  const key = await deps.winnerKeys.taxKey(aCampaignId);
  const person = { legalName: '정지훈', residentNumber: '900101-1234567' };
  const tax = sealTax(person, place, { key, keepUntil, randomBytes: deps.randomBytes });
  await desk.store.awards.open([award]);
  await desk.store.awards.move({ ...place, from: ['drawn'], to: 'claimed', at, reason: 'claimed', tax });
}

it('destroys the keys of links and of papers with the papers, and its signed receipt names them', async () => {
  const wrapped = {
    claim: String(await desk.store.keys.read(claimKey)),
    tax: String(await desk.store.keys.read(taxKey)),
  };
  const scan = createCanaryScanner(wrapped);
  const before = scanFolder(desk.folder, scan);

  expect((await erase()).keysDestroyed).toEqual(['claim-key', 'tax-key']);
  expect(await kept()).toEqual([]);
  expect(before).not.toEqual([]);
  expect(scanFolder(desk.folder, scan)).toEqual([]);
});

it('keeps the key of papers that the law has kept, and destroys it with the last of them', async () => {
  await keepPaper();

  expect((await erase()).keysDestroyed).toEqual(['claim-key']);
  expect(await eraseTaxPapers(deps)).toEqual([]);
  expect(await kept()).toEqual([taxKey]);
  desk.setNow('2032-03-01T00:00:00+09:00');
  expect(await eraseTaxPapers(deps)).toEqual([aCampaignId]);
  expect(await kept()).toEqual([]);
  expect((await desk.store.audit.list(aCampaignId)).map(({ record }) => record)).toContainEqual({
    type: 'ERASE_TAX',
    campaignId: aCampaignId,
    at: '2032-02-29T15:00:00.000Z',
    keysDestroyed: ['tax-key'],
  });
});

it('finishes what a power cut left, and says it once', async () => {
  await keepPaper();
  await erase();
  desk.setNow('2032-03-01T00:00:00+09:00');
  const winnerKeys = { ...deps.winnerKeys, destroy: () => Promise.reject(new Error('power cut')) };
  await expect(eraseTaxPapers({ ...deps, winnerKeys })).rejects.toThrow('power cut');

  expect([await desk.store.awards.keepsTax(aCampaignId), await kept()]).toEqual([false, [taxKey]]);
  expect(await eraseTaxPapers(deps)).toEqual([aCampaignId]);
  expect(await kept()).toEqual([]);
  const records = (await desk.store.audit.list(aCampaignId)).map(({ record }) => JSON.stringify(record));
  expect(records.filter((record) => record.includes('ERASE_TAX'))).toHaveLength(1);
});

it('leaves the keys of a campaign whose winners may still write', async () => {
  desk.setNow('2032-03-01T00:00:00+09:00');

  expect(await eraseTaxPapers(deps)).toEqual([]);
  expect(await kept()).toEqual([claimKey, taxKey]);
});

it('would be seen if it kept them', async () => {
  const winnerKeys = { ...deps.winnerKeys, destroy: async () => undefined };
  await eraseCampaign(await desk.campaign(), { ...deps, winnerKeys });

  expect(await kept()).not.toEqual([]);
});
