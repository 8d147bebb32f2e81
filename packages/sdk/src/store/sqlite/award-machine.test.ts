import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { type Award, type ForfeitReason, holdingStates, isHolding } from '../../schema/award.js';
import { openAwards } from '../../testing/award-fixtures.js';
import { aCampaignId } from '../../testing/fixtures.js';
import type { Store } from '../store.js';
import { openSqliteStore } from './open-sqlite-store.js';

type Act =
  | { readonly kind: 'tell' | 'claim' | 'hand'; readonly no: number }
  | { readonly kind: 'lose'; readonly no: number; readonly reason: ForfeitReason; readonly late: boolean };

const no = fc.integer({ min: 1, max: 7 });
const acts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('tell' as const, 'claim' as const, 'hand' as const), no }),
    fc.record({
      kind: fc.constant('lose' as const),
      no,
      reason: fc.constantFrom<ForfeitReason>('no_show', 'declined', 'disqualified', 'unreachable'),
      late: fc.boolean(),
    }),
  ),
  { maxLength: 30 },
);

const at = '2026-12-16T03:00:00.000Z';

async function act({ awards }: Store, one: Act): Promise<void> {
  const common = { campaignId: aCampaignId, no: one.no, at };
  switch (one.kind) {
    case 'tell':
      await awards.move({ ...common, from: ['drawn'], to: 'notified', reason: 'told' });
      return;
    case 'claim':
      await awards.move({ ...common, from: ['drawn', 'notified'], to: 'claimed', reason: 'claimed' });
      return;
    case 'hand':
      await awards.move({ ...common, from: ['claimed'], to: 'handed_over', reason: 'handed_over' });
      return;
    default: {
      const heirUntil = one.late ? undefined : '2026-12-29T00:00:00+09:00';
      const from = [...holdingStates, 'reserve'] as const;
      await awards.forfeit({ ...common, from, reason: one.reason, heirUntil });
    }
  }
}

/** Everything that is wrong with what stands, given what stood before. */
function faultsOf(before: readonly Award[], after: readonly Award[], pieces: number): string[] {
  const held = after.filter(isHolding).map(({ prizeId, piece }) => `${prizeId} ${piece}`);
  const waiting = after.filter(({ state }) => state === 'reserve').map(({ reserve = 0 }) => reserve);
  const promoted = after.filter((award) => award.reserve !== undefined && award.prizeId !== undefined);
  const skipped = promoted.some(({ reserve = 0 }) => waiting.some((one) => one < reserve));
  const taken = before.filter(
    ({ state }, index) => state === 'handed_over' && after[index]?.state !== 'handed_over',
  );
  return [
    ...(held.length > pieces ? ['more prizes than there are'] : []),
    ...(new Set(held).size < held.length ? ['a prize is held twice'] : []),
    ...(skipped ? ['a reserve was skipped'] : []),
    ...(taken.length > 0 ? ['a handed over prize was taken away'] : []),
  ];
}

async function play(winners: number, reserves: number, all: readonly Act[]): Promise<string[]> {
  const store = await openSqliteStore({ path: ':memory:', now: () => new Date(at) });
  try {
    await openAwards(store, winners, reserves);
    const faults: string[] = [];
    for (const one of all) {
      const before = await store.awards.list(aCampaignId);
      await act(store, one);
      faults.push(...faultsOf(before, await store.awards.list(aCampaignId), winners));
    }
    const moves = (await store.awards.events(aCampaignId)).length;
    const ends = (await store.audit.list(aCampaignId)).length;
    if (ends > moves) faults.push('the audit chain tells of more than happened');
    return faults;
  } finally {
    await store.close();
  }
}

test.prop([fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), acts], { numRuns: 150 })(
  'whatever happens in whatever order, each prize is held at most once and the reserves keep their order',
  async (winners, reserves, all) => {
    expect(await play(winners, reserves, all)).toEqual([]);
  },
);

it('would be caught when a handed over prize went to a reserve, or the second reserve came first', () => {
  const award = (one: Partial<Award>) => ({ prizeId: 'latte', piece: 1, ...one }) as Award;
  const handed = award({ no: 1, state: 'handed_over' });
  const first = { no: 2, state: 'reserve', reserve: 1 } as Award;
  const second = { no: 3, state: 'reserve', reserve: 2 } as Award;
  const spoilt = [award({ no: 1, state: 'expired' }), first, award({ no: 3, state: 'drawn', reserve: 2 })];
  const twice = [handed, award({ no: 2, state: 'drawn', reserve: 1 }), second];

  expect(faultsOf([handed, first, second], spoilt, 1)).toEqual([
    'a reserve was skipped',
    'a handed over prize was taken away',
  ]);
  expect(faultsOf([handed, first, second], twice, 1)).toEqual([
    'more prizes than there are',
    'a prize is held twice',
  ]);
});
