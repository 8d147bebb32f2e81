import { expect } from 'vitest';
import { holdingStates } from '../../schema/award.js';
import type { Store } from '../../store/store.js';
import { drawnAwards, openAwards } from '../award-fixtures.js';
import { aCampaignId } from '../fixtures.js';
import type { StoreCase } from './store-case.js';

const at = '2026-12-16T03:00:00.000Z';
const heirUntil = '2026-12-29T00:00:00+09:00';

const loss = (no: number) =>
  ({ campaignId: aCampaignId, no, from: holdingStates, reason: 'declined', at, heirUntil }) as const;

const claim = (no: number) =>
  ({
    campaignId: aCampaignId,
    no,
    from: ['drawn', 'notified'],
    to: 'claimed',
    at,
    reason: 'claimed',
  }) as const;

async function statesOf({ awards }: Store): Promise<string[]> {
  return (await awards.list(aCampaignId)).map(({ state }) => state);
}

/** A prize is held once, leaves its winner with a reason, and goes to the reserves in their order. */
export const awardCases: readonly StoreCase[] = [
  {
    name: 'keeps what was drawn as it was opened first',
    async check(store) {
      await openAwards(store, 2, 1);
      await store.awards.move(claim(1));
      await store.awards.open(drawnAwards(2, 1));

      expect(await statesOf(store)).toEqual(['claimed', 'drawn', 'reserve']);
      const [, second] = drawnAwards(2, 1);
      expect(await store.awards.findByToken(second?.tokenHash ?? '')).toEqual(second);
      expect(await store.awards.findByToken('f'.repeat(64))).toBeUndefined();
    },
  },
  {
    name: 'gives a lost prize to the first reserve, with the reason in the audit chain',
    async check(store) {
      await openAwards(store, 2, 2);
      const { ended, heir } = await store.awards.forfeit(loss(2));

      expect([ended, heir?.no, heir?.piece, heir?.claimUntil]).toEqual([true, 3, 2, heirUntil]);
      expect(await statesOf(store)).toEqual(['drawn', 'declined', 'drawn', 'reserve']);
      expect((await store.audit.list(aCampaignId)).map(({ record }) => record)).toEqual([
        {
          type: 'PROMOTE',
          at,
          prize: 'latte',
          piece: 2,
          from: drawnAwards(2, 2)[1]?.entryId,
          to: drawnAwards(2, 2)[2]?.entryId,
          reserve: 1,
          reason: 'declined',
        },
      ]);
    },
  },
  {
    name: 'promotes each reserve once, however many prizes are lost at the same time',
    async check(store) {
      await openAwards(store, 3, 2);
      const outcomes = await Promise.all([1, 2, 3, 1].map((no) => store.awards.forfeit(loss(no))));

      expect(outcomes.filter(({ ended }) => ended)).toHaveLength(3);
      expect(outcomes.flatMap(({ heir }) => heir?.no ?? []).sort()).toEqual([4, 5]);
      const types = (await store.audit.list(aCampaignId)).map(
        ({ record }) => (record as { type: string }).type,
      );
      expect(types.sort()).toEqual(['FORFEIT', 'PROMOTE', 'PROMOTE']);
    },
  },
  {
    name: 'promotes nobody when it is too late, and passes over a reserve who is out',
    async check(store) {
      await openAwards(store, 2, 2);
      await store.awards.forfeit({ ...loss(3), from: ['reserve'], reason: 'disqualified' });
      const { heir } = await store.awards.forfeit(loss(1));
      const late = await store.awards.forfeit({ ...loss(2), heirUntil: undefined });

      expect([heir?.no, late]).toEqual([4, { ended: true, heir: undefined }]);
      expect(await statesOf(store)).toEqual(['declined', 'declined', 'disqualified', 'drawn']);
    },
  },
  {
    name: 'takes no handed over prize away, and goes no way that there is not',
    async check(store) {
      await openAwards(store, 1, 1);
      const handOver = { ...claim(1), from: ['claimed'], to: 'handed_over', reason: 'handed_over' } as const;
      expect(await store.awards.move(handOver)).toBe(false);
      expect(await store.awards.move(claim(1))).toBe(true);
      expect(await store.awards.move(claim(1))).toBe(false);
      expect(await store.awards.move(handOver)).toBe(true);

      expect(await store.awards.forfeit(loss(1))).toEqual({ ended: false });
      expect(await statesOf(store)).toEqual(['handed_over', 'reserve']);
      const events = await store.awards.events(aCampaignId);
      expect(events.map(({ seq, fromState, toState }) => [seq, fromState, toState])).toEqual([
        [1, 'drawn', 'claimed'],
        [2, 'claimed', 'handed_over'],
      ]);
    },
  },
  {
    name: 'finds settled campaigns in which somebody has yet to be told',
    async check(store) {
      await openAwards(store, 1, 1);
      await store.awards.forfeit(loss(1));
      const running = await store.awards.lateUntold();
      await store.campaigns.update(aCampaignId, ['draft', 'planned', 'open'], { state: 'settled' });
      const settled = await store.awards.lateUntold();
      await store.awards.mark(aCampaignId, 2, { unreachedAt: at });

      expect([running, settled, await store.awards.lateUntold()]).toEqual([[], [aCampaignId], []]);
    },
  },
  {
    name: 'keeps a winner’s papers with the claim, or neither',
    async check(store) {
      await openAwards(store, 1, 0);
      const papers = { form: { sealed: 'f', keyVersion: 1 }, tax: { sealed: 't', keepUntil: '2032-05-31' } };
      await store.awards.move({ ...claim(1), ...papers, audit: { type: 'HAND_OVER' } });
      const again = store.awards.move({ ...claim(1), form: { sealed: 'other', keyVersion: 1 } });

      expect(await again).toBe(false);
      expect(await store.awards.form(aCampaignId, 1)).toEqual(papers.form);
      expect(await store.awards.tax(aCampaignId, 1)).toEqual(papers.tax);
      expect(await store.audit.list(aCampaignId)).toHaveLength(1);
    },
  },
  {
    name: 'seals papers anew, and destroys what a winner wrote apart from what tax law keeps, each at its time',
    async check({ awards, ...store }) {
      await openAwards({ awards, ...store }, 2, 0);
      const papers = { form: { sealed: 'f', keyVersion: 1 }, tax: { sealed: 't', keepUntil: '2032-05-31' } };
      await awards.move({ ...claim(1), ...papers });
      const anew = { sealed: 'g', keyVersion: 2 };
      await awards.reseal(aCampaignId, new Map([[1, anew]]));
      const forms = await awards.forms(aCampaignId);
      await awards.eraseForms(aCampaignId);

      expect([...forms]).toEqual([[1, anew]]);
      expect(await awards.form(aCampaignId, 1)).toBeUndefined();
      expect(await awards.eraseTax('2032-05-31')).toBe(0);
      expect(await awards.tax(aCampaignId, 1)).toEqual(papers.tax);
      expect(await awards.keepsTax(aCampaignId)).toBe(true);
      expect(await awards.eraseTax('2032-06-01')).toBe(1);
      expect(await awards.tax(aCampaignId, 1)).toBeUndefined();
      expect(await awards.keepsTax(aCampaignId)).toBe(false);
    },
  },
  {
    name: 'knows whether somebody who holds a prize has yet to be told',
    async check(store) {
      await openAwards(store, 1, 1);
      const untold = () => store.awards.hasUntold(aCampaignId, at);
      expect(await untold()).toBe(false);
      await store.awards.forfeit(loss(1));
      expect(await untold()).toBe(true);
      await store.awards.mark(aCampaignId, 2, { unreachedAt: at });
      expect(await untold()).toBe(false);
      await store.awards.mark(aCampaignId, 2, { unreachedAt: null });
      await store.awards.move({ ...claim(2), to: 'notified', reason: 'told', change: { toldAt: at } });
      expect(await untold()).toBe(false);
    },
  },
];
