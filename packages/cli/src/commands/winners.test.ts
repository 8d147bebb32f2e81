import { type Award, type KtEvent, UserError, type WinnerRow } from '@kt-event/sdk';
import { describe, expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';
import { aCampaign, aStatus } from '../testing/fixtures.js';

const id = 'cmp-abcdefghijkl';
const latte = { id: 'latte', name: '라떼', quantity: 2, valueKrw: 5_000, costKrw: 2_000 };
const drawn = { find: async () => aCampaign({ state: 'drawn' }) };

function aRow(over: Partial<Award> = {}, masked: string | undefined = '정*훈 · 5678'): WinnerRow {
  const award: Award = {
    campaignId: id,
    no: 1,
    entryId: 'e'.repeat(32),
    state: 'notified',
    prizeId: 'latte',
    piece: 1,
    at: '2026-12-15T05:00:00.000Z',
    claimUntil: '2026-12-23T00:00:00+09:00',
    tokenHash: 'f'.repeat(64),
    ...over,
  };
  return { award, prize: award.prizeId ? latte : undefined, masked };
}
const aReserve = (no: number, over: Partial<Award> = {}) =>
  aRow(
    {
      no,
      state: 'reserve',
      reserve: no - 1,
      prizeId: undefined,
      piece: undefined,
      claimUntil: undefined,
      ...over,
    },
    '김*수 · 1234',
  );
const unreached = { state: 'drawn', unreachedAt: '2026-12-15T06:00:00.000Z' } as const;

describe('winners list', () => {
  it('says in plain words how each prize stands, masked, with deadline and order', async () => {
    const rows = [aRow(), aRow({ no: 2, ...unreached }), aReserve(3, { reserve: 1 })];
    const context = createFakeContext(aClient({ winners: async () => rows }));

    await context.run('winners', 'list', id);

    expect(context.results[0]).toContain(
      '1번  라떼  정*훈 · 5678  알렸음, 확인 기다림  2026-12-22 (화) 24:00까지',
    );
    expect(context.results[0]).toContain('! 2번  라떼  정*훈 · 5678  알리지 못함');
    expect(context.results[0]).toContain('3번  예비 1번  김*수 · 1234  차례 기다림');
    expect(JSON.stringify(context.values)).not.toContain('f'.repeat(64));
  });

  it('names nobody once the data is destroyed', async () => {
    const gone = { ...aRow({ state: 'handed_over' }), masked: undefined };
    const context = createFakeContext(aClient({ winners: async () => [gone] }));

    await context.run('winners', 'list', id);

    expect(context.results[0]).toBe('✔ 1번  라떼  (파기됨)  경품 받음');
  });
});

describe('winners notify', () => {
  it('has the messenger try again, goes on, and says who knows now', async () => {
    let rows = [aRow({ ...unreached }), aRow({ no: 2 })];
    const tellAgain = vi.fn<KtEvent['tellAgain']>(async () => 1);
    const advance = vi.fn<KtEvent['advance']>(async () => {
      rows = [aRow(), aRow({ no: 2 })];
      return aStatus();
    });
    const context = createFakeContext(aClient({ ...drawn, winners: async () => rows, tellAgain, advance }));

    await context.run('winners', 'notify', id);

    expect(tellAgain).toHaveBeenCalledExactlyOnceWith(id);
    expect(advance.mock.calls[0]?.[1]).toMatchObject({ until: 'claim' });
    expect(context.results[0]).toMatch(/^1명에게 알렸습니다\.\n· 1번/);
    expect(context.exitCodes).toEqual([0]);
  });

  it('leaves with 6 while somebody does not know', async () => {
    const client = { ...drawn, winners: async () => [aRow({ ...unreached })], tellAgain: async () => 1 };
    const context = createFakeContext(aClient(client));

    await context.run('winners', 'notify', id);

    expect(context.results[0]).toContain('아직 모르는 사람이 1명 있습니다');
    expect(context.exitCodes).toContain(6);
  });

  it('sends nothing with --dry-run, nor before the draw', async () => {
    const client = aClient({ ...drawn, winners: async () => [aRow({ state: 'drawn' }), aRow({ no: 2 })] });
    const context = createFakeContext(client);
    const early = createFakeContext(aClient({ winners: async () => [] }));

    await context.run('winners', 'notify', id, '--dry-run');

    expect(context.results[0]).toMatch(/^1명에게 알리게 됩니다/);
    expect(client.advance).not.toHaveBeenCalled();
    await expect(early.run('winners', 'notify', id)).rejects.toMatchObject({ code: 'USER_008' });
  });

  it('notes whom staff told themselves', async () => {
    const markTold = vi.fn<KtEvent['markTold']>(async (_id, no) => aRow({ no }));
    const context = createFakeContext(aClient({ markTold }));

    await context.run('winners', 'notify', id, '--told', '1', '2');

    expect(markTold.mock.calls).toEqual([
      [id, 1],
      [id, 2],
    ]);
  });
});

describe('winners claim', () => {
  const recordClaim = vi.fn<KtEvent['recordClaim']>(async () => aRow({ state: 'claimed' }));
  const handOverPrize = vi.fn<KtEvent['handOverPrize']>(async () => aRow({ state: 'handed_over' }));

  it('notes the claim, and the prize only when it is handed over', async () => {
    const client = { winners: async () => [aRow()], recordClaim, handOverPrize };
    const context = createFakeContext(aClient(client));

    await context.run('winners', 'claim', id, '1');
    expect(handOverPrize).not.toHaveBeenCalled();
    await context.run('winners', 'claim', id, '1', '--hand-over', '--tax-done');

    expect(recordClaim).toHaveBeenCalledTimes(2);
    expect(handOverPrize).toHaveBeenCalledExactlyOnceWith(id, 1, { taxDone: true });
    expect(context.results[1]).toContain('경품을 건넨 것으로 적었습니다');
  });

  it('hands it over to who has claimed on their own page, without claiming again', async () => {
    const claimed = async () => [aRow({ state: 'claimed' })];
    const again = vi.fn<KtEvent['recordClaim']>();
    const context = createFakeContext(aClient({ winners: claimed, recordClaim: again, handOverPrize }));

    await context.run('winners', 'claim', id, '1', '--hand-over');

    expect(again).not.toHaveBeenCalled();
    expect(context.values).toMatchObject([{ award: { state: 'handed_over' } }]);
  });

  it.each(['-1', '1e3', 'x'])('knows no award %s', async (no) => {
    await expect(createFakeContext(aClient()).run('winners', 'claim', id, '--', no)).rejects.toThrow();
  });
});

describe('winners promote', () => {
  const lost = aRow({ state: 'expired' });
  const heir = aReserve(3, { state: 'drawn', reserve: 1, prizeId: 'latte', piece: 1 });
  const aForfeit = () => vi.fn<KtEvent['forfeitPrize']>(async () => ({ lost, heir }));
  const words = ['winners', 'promote', id, '1', '--reason', 'no_show'] as const;

  it('only shows who would get it with --dry-run', async () => {
    const forfeitPrize = aForfeit();
    const context = createFakeContext(aClient({ forfeitPrize }));

    await context.run(...words, '--dry-run');

    expect(forfeitPrize.mock.calls).toEqual([[id, 1, { reason: 'no_show', dryRun: true }]]);
    expect(context.results[0]).toMatch(/미리 보기[\s\S]*받으러 오지 않음[\s\S]*경품이 넘어가는 사람\n· 3번/);
  });

  it('changes nothing unless somebody says yes, having seen it', async () => {
    const forfeitPrize = aForfeit();
    const ask = { interactive: true, confirm: async () => false, text: vi.fn(), choose: vi.fn() };
    const context = createFakeContext(aClient({ forfeitPrize }), { ask });

    await expect(context.run(...words)).rejects.toMatchObject({ code: 'USER_011' });

    expect(context.notes[0]).toContain('김*수 · 1234');
    expect(forfeitPrize.mock.calls.every(([, , options]) => options.dryRun === true)).toBe(true);
  });

  it('promotes with --yes, and says who will be told by what', async () => {
    const forfeitPrize = aForfeit();
    const context = createFakeContext(aClient({ forfeitPrize }));

    await context.run(...words, '--yes');

    expect(forfeitPrize.mock.calls).toEqual([[id, 1, { reason: 'no_show' }]]);
    expect(context.results[0]).toContain('kt-event winners notify');
  });

  it('says that the prize stays when nobody is left, and takes no reason of its own making', async () => {
    const forfeitPrize = async () => ({ lost, heir: undefined });
    const context = createFakeContext(aClient({ forfeitPrize }));

    await context.run(...words, '--yes');

    expect(context.results[0]).toContain('경품은 매장에 남습니다');
    await expect(context.run('winners', 'promote', id, '1', '--reason', 'dislike')).rejects.toThrow();
    await expect(
      createFakeContext(
        aClient({
          forfeitPrize: async () =>
            Promise.reject(new UserError('USER_071', { no: 1, state: 'handed_over' })),
        }),
      ).run(...words, '--yes'),
    ).rejects.toMatchObject({ code: 'USER_071' });
  });
});
