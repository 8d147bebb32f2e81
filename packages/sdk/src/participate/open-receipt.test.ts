import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../schema/entry.js';
import { type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aCampaignId } from '../testing/fixtures.js';
import { openReceipt, type ReceiptRequest } from './open-receipt.js';

const refused = { code: 'USER_087' };

let desk: EntryDesk;
let receipt: Receipt;
beforeEach(async () => {
  desk = await openEntryDesk();
  await desk.open();
  ({ receipt } = await desk.enter());
});
afterEach(() => desk.close());

function ask(over: Partial<ReceiptRequest> = {}): Promise<Receipt> {
  const { entryId, salt } = receipt;
  const deps = { entries: desk.store.entries, keyring: desk.keyring };
  return openReceipt({ campaignId: aCampaignId, entryId, salt, ...over }, deps);
}

describe('a receipt that is asked for again', () => {
  it('is the same, to the last character, for whoever has its salt', async () => {
    expect(JSON.stringify(await ask())).toBe(JSON.stringify(receipt));
  });

  it.each([
    ['another salt', { salt: '0'.repeat(32) }],
    ['no salt', { salt: '' }],
    ['half a salt', { salt: '0'.repeat(16) }],
    ['an unknown entry', { entryId: 'f'.repeat(32) }],
    ['another campaign', { campaignId: 'cmp-000000000000' }],
  ])('is not given for %s, and no answer differs from another', async (_, over) => {
    const refusal = await ask(over).catch((error) => error);

    expect(refusal).toMatchObject({ ...refused, context: {} });
    expect(refusal.message).not.toContain(receipt.salt);
  });

  it('is gone with the data of the person', async () => {
    await desk.keyring.shred(aCampaignId);

    await expect(ask()).rejects.toMatchObject(refused);
  });
});
