import { createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryInput } from '../schema/entry.js';
import { openPerson } from '../security/entry-seal.js';
import { logLeaf } from '../security/log-leaf.js';
import { ownerTag } from '../security/owner-tag.js';
import { aPhone, type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aCampaignId, anEntryInput, anInstant } from '../testing/fixtures.js';
import { participate } from './participate.js';
import { isGenuineReceipt } from './receipt.js';
import { visitCode } from './visit-code.js';

const startMs = Date.parse(anInstant);
const aHash = '0'.repeat(64);
const withCode = (code: string) => ({ code });

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
});
afterEach(() => desk.close());

describe('participate', () => {
  it('answers with a receipt that the organiser signed and that finds the entry', async () => {
    await desk.open();
    const { receipt, replayed } = await desk.enter();
    const { signingKey } = await desk.keyring.of(aCampaignId);
    const entry = await desk.store.entries.find(aCampaignId, receipt.entryId);

    expect(replayed).toBe(false);
    expect(receipt).toMatchObject({ campaignId: aCampaignId, seq: 1, weight: 1, receivedAt: anInstant });
    expect(isGenuineReceipt(receipt, createPublicKey(signingKey))).toBe(true);
    expect(isGenuineReceipt({ ...receipt, weight: 2 }, createPublicKey(signingKey))).toBe(false);
    expect(isGenuineReceipt({ ...receipt, logLeaf: aHash }, createPublicKey(signingKey))).toBe(false);
    expect(entry?.ownerTag).toBe(ownerTag(receipt.salt, '+821012345678'));
    expect(receipt.logLeaf).toBe(entry && logLeaf(entry));
  });

  it('keeps who entered where only the key of the campaign finds it', async () => {
    await desk.open();
    const { receipt } = await desk.enter();
    const { dataKey } = await desk.keyring.of(aCampaignId);
    const [entry] = await desk.store.entries.list(aCampaignId);

    expect(entry && openPerson(entry, dataKey)).toEqual({
      name: '정재훈',
      phone: '+821012345678',
      salt: receipt.salt,
    });
  });

  it('refuses the same phone in another spelling, and says when it entered', async () => {
    await desk.open();
    await desk.enter();

    await expect(desk.enter({ phone: '+82 10 1234 5678', name: '다른이름' })).rejects.toMatchObject({
      code: 'USER_004',
      context: { enteredAt: '2026-12-05T12:00:00+09:00' },
    });
  });

  it('answers the same request with the same receipt, to the last character', async () => {
    await desk.open();
    const first = await desk.enter({}, 'key-0123456789abc');
    desk.setTime(startMs + 1_000);
    const again = await desk.enter({}, 'key-0123456789abc');

    expect(JSON.stringify(again.receipt)).toBe(JSON.stringify(first.receipt));
    expect(again.replayed).toBe(true);
  });

  it('answers a lost answer also when entries have closed', async () => {
    await desk.open();
    const first = await desk.enter({}, 'key-0123456789abc');
    desk.setTime(Date.parse('2026-12-15T00:00:00+09:00'));

    expect(await desk.enter({}, 'key-0123456789abc')).toEqual({ ...first, replayed: true });
    await expect(desk.enter({ name: '다른이름' }, 'key-0123456789abc')).rejects.toMatchObject(
      withCode('USER_005'),
    );
    await expect(desk.enter({}, 'key-of-nobody-000')).rejects.toMatchObject(withCode('USER_005'));
  });

  it('refuses a key that comes with another body', async () => {
    await desk.open();
    await desk.enter({}, 'key-0123456789abc');
    const other = desk.enter({ phone: '010-9999-0000' }, 'key-0123456789abc');

    await expect(other).rejects.toMatchObject(withCode('USER_009'));
  });

  it.each([
    ['a landline', { phone: '02-1234-5678' }],
    ['no consent', { consent: false }],
    ['a child', { overFourteen: false }],
    ['no name', { name: '  ' }],
    ['a field nobody asked for', { residentNumber: '1' }],
    ['a wrong visit code', { visitCode: '000000x' }],
  ])('refuses %s and counts it', async (_what, over) => {
    await desk.open();

    await expect(desk.enter(over as Partial<EntryInput>)).rejects.toMatchObject(withCode('USER_001'));
    expect(await desk.store.entries.tally(aCampaignId)).toMatchObject({ accepted: 0, refused: 1 });
  });

  it.each(['short', 'k'.repeat(256), 'key with spaces in it'])(
    'refuses the idempotency key %s',
    async (key) => {
      await desk.open();

      await expect(desk.enter({}, key)).rejects.toMatchObject(withCode('USER_001'));
    },
  );

  it('takes entries from the first instant of the period to the last before its end', async () => {
    await desk.open();
    const opensAt = Date.parse('2026-12-01T00:00:00+09:00');
    const closesAt = Date.parse('2026-12-15T00:00:00+09:00');
    const at = async (ms: number, no: number) => {
      desk.setTime(ms);
      return desk.enter({ phone: aPhone(no) }).then(
        () => 'created',
        ({ code }) => code,
      );
    };

    const answers = [
      await at(opensAt - 1, 1),
      await at(opensAt, 2),
      await at(closesAt - 1, 3),
      await at(closesAt, 4),
    ];
    expect(answers).toEqual(['USER_005', 'created', 'created', 'USER_005']);
  });

  it('goes by the time it came, however late it was read', async () => {
    await desk.open();
    const closesAt = Date.parse('2026-12-15T00:00:00+09:00');
    desk.setTime(closesAt - 1);
    const arrival = desk.deps.arrive();
    desk.setTime(closesAt + 5_000);
    const entry = anEntryInput();
    const { receipt } = await participate({ slug: 'latte1', entry, arrival }, desk.deps);

    expect(receipt.receivedAt).toBe(new Date(closesAt - 1).toISOString());
    await expect(desk.enter({ phone: aPhone(2) })).rejects.toMatchObject(withCode('USER_005'));
  });

  it.each(['draft', 'published', 'closed', 'cancelled', 'drawn'] as const)(
    'refuses entries while the campaign is %s',
    async (state) => {
      await desk.open({ state });

      await expect(desk.enter()).rejects.toMatchObject(withCode('USER_005'));
    },
  );

  it('knows no campaign at an address nobody made', async () => {
    await expect(desk.enter()).rejects.toMatchObject(withCode('USER_002'));
  });

  it('adds the visit bonus for the code in the store, in its minute and five minutes longer', async () => {
    await desk.open();
    const { visitKey } = await desk.keyring.of(aCampaignId);
    const shown = visitCode(visitKey, 'rotating', new Date(startMs));
    const now = await desk.enter({ visitCode: shown });
    desk.setTime(startMs + 359_000);
    const before = await desk.enter({ visitCode: shown, phone: '010-2222-3333' });
    desk.setTime(startMs + 360_000);
    const old = desk.enter({ visitCode: shown, phone: '010-2222-4444' });

    expect([now.receipt.weight, before.receipt.weight]).toEqual([3, 3]);
    await expect(old).rejects.toMatchObject(withCode('USER_001'));
    expect((await desk.store.entries.tally(aCampaignId)).visitors).toBe(2);
  });

  it('says sold out after the last piece, and still knows who has one', async () => {
    await desk.openFirstCome(1);
    const first = await desk.enter({}, 'key-0123456789abc');
    desk.setTime(startMs + 1_000); // the cache has seen the campaign close

    expect(first.receipt.couponNo).toBe(1);
    await expect(desk.enter({ phone: '010-2222-3333' })).rejects.toMatchObject({
      code: 'USER_006',
      context: { stock: 1 },
    });
    await expect(desk.enter()).rejects.toMatchObject(withCode('USER_004'));
    expect((await desk.enter({}, 'key-0123456789abc')).receipt).toEqual(first.receipt);
  });

  it('refuses entries of a first-come campaign that was closed with pieces left', async () => {
    await desk.openFirstCome(5);
    await desk.store.campaigns.update(aCampaignId, ['open'], { state: 'closed' });

    await expect(desk.enter()).rejects.toMatchObject(withCode('USER_005'));
  });

  it('gives nothing away when the store cannot write', async () => {
    await desk.open();
    const add = async () => {
      throw new Error('disk full');
    };
    const attempt = participate({ slug: 'latte1', entry: anEntryInput() }, desk.depsWith(add));

    await expect(attempt).rejects.toMatchObject(withCode('STORE_005'));
    expect((await desk.enter()).receipt.seq).toBe(1);
  });
});
