import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Brief } from '../schema/brief.js';
import { aPhone, type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aBrief, aCampaignId, anInstant } from '../testing/fixtures.js';
import { visitCode } from './visit-code.js';

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
});
afterEach(() => desk.close());

type Lottery = Extract<Brief['entry'], { mechanic: 'lottery' }>;

const lotteryWith = (over: Partial<Lottery>) =>
  aBrief({ entry: { mechanic: 'lottery', winners: 10, visitBonus: 2, ...over } });

const code = async (kind: 'rotating' | 'daily' = 'rotating') =>
  visitCode((await desk.keyring.of(aCampaignId)).visitKey, kind, new Date(anInstant));

const issueAt = (field: string) => ({ code: 'USER_001', issues: [{ path: [field] }] });

describe('a visit', () => {
  it('is told on the receipt: why how many tickets', async () => {
    await desk.open({ brief: lotteryWith({ visitProof: 'either' }) });
    const without = await desk.enter({ phone: aPhone(1) });
    const byCode = await desk.enter({ phone: aPhone(2), visitCode: await code() });
    const byReceipt = await desk.enter({ phone: aPhone(3), receiptNo: '2026-0001' });

    expect([without, byCode, byReceipt].map(({ receipt }) => [receipt.weight, receipt.tickets])).toEqual([
      [1, [{ for: 'entry', count: 1 }]],
      [
        3,
        [
          { for: 'entry', count: 1 },
          { for: 'rotating_code', count: 2 },
        ],
      ],
      [
        3,
        [
          { for: 'entry', count: 1 },
          { for: 'receipt', count: 2 },
        ],
      ],
    ]);
  });

  it('brings one bonus, whatever proves it, and leaves the receipt unspent when a code did', async () => {
    await desk.open({ brief: lotteryWith({ visitProof: 'either' }) });
    const both = await desk.enter({ phone: aPhone(1), visitCode: await code(), receiptNo: '2026-0001' });
    const other = await desk.enter({ phone: aPhone(2), receiptNo: '2026-0001' });

    expect([both.receipt.weight, other.receipt.weight]).toEqual([3, 3]);
  });

  it('says that the weaker code of a day was used where the store has no screen', async () => {
    await desk.open({ brief: lotteryWith({ visitCode: 'daily' }) });
    const { receipt } = await desk.enter({ visitCode: await code('daily') });

    expect(receipt.tickets?.[1]).toEqual({ for: 'daily_code', count: 2 });
    await expect(desk.enter({ phone: aPhone(2), visitCode: await code() })).rejects.toMatchObject(
      issueAt('visitCode'),
    );
  });

  it.each<[string, Partial<Lottery>, 'visitCode' | 'receiptNo', string]>([
    ['a receipt where codes count', {}, 'receiptNo', '2026-0001'],
    ['a code where receipts count', { visitProof: 'receipt' }, 'visitCode', '123456'],
    ['a receipt that is too short', { visitProof: 'receipt' }, 'receiptNo', '--1-2-3--'],
    [
      'a receipt of another till',
      { visitProof: 'receipt', receiptPattern: '20##-####' },
      'receiptNo',
      '19991234',
    ],
  ])('is refused for %s, by its field, and the phone may try again', async (_, entry, field, value) => {
    await desk.open({ brief: lotteryWith(entry) });

    await expect(desk.enter({ [field]: value })).rejects.toMatchObject(issueAt(field));
    expect((await desk.enter()).receipt.weight).toBe(1);
  });
});

describe('a receipt of the till', () => {
  const open = () =>
    desk.open({ brief: lotteryWith({ visitProof: 'receipt', receiptPattern: '20##-####' }) });

  it('is spent once, however it is written', async () => {
    await open();
    await desk.enter({ phone: aPhone(1), receiptNo: '2026-0001' });
    const again = ['20260001', ' 2026 0001 ', '２０２６－０００１'].map((receiptNo, no) =>
      desk.enter({ phone: aPhone(2 + no), receiptNo }).catch(({ code: told }) => told),
    );

    expect(await Promise.all(again)).toEqual(['USER_050', 'USER_050', 'USER_050']);
    expect((await desk.store.entries.tally(aCampaignId)).refused).toBe(3);
  });

  it('costs its loser nothing: without it the same phone enters', async () => {
    await open();
    await desk.enter({ phone: aPhone(1), receiptNo: '2026-0001' });
    await desk.enter({ phone: aPhone(2), receiptNo: '2026-0001' }).catch(() => undefined);

    expect((await desk.enter({ phone: aPhone(2) })).receipt).toMatchObject({ seq: 2, weight: 1 });
  });

  it('brings one bonus to a hundred who hand it round at once', async () => {
    await open();
    const people = Array.from({ length: 100 }, (_, no) => no + 1);
    const told = await Promise.all(
      people.map((no) =>
        desk
          .enter({ phone: aPhone(no), receiptNo: '2026-0001' })
          .then(({ receipt }) => receipt.weight)
          .catch(({ code: why }) => why),
      ),
    );

    expect(told.filter((weight) => weight === 3)).toHaveLength(1);
    expect(told.filter((why) => why === 'USER_050')).toHaveLength(99);
  });

  it('is answered again to whoever lost the answer', async () => {
    await open();
    const request = { phone: aPhone(1), receiptNo: '2026-0001' };
    const first = await desk.enter(request, 'key-0123456789abc');

    expect(await desk.enter(request, 'key-0123456789abc')).toEqual({
      receipt: first.receipt,
      replayed: true,
    });
  });
});
