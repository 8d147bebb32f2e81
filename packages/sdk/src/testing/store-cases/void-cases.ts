import { expect } from 'vitest';
import type { AuditHead } from '../../schema/audit.js';
import type { SignedVoid } from '../../schema/draw-void.js';
import type { Store } from '../../store/store.js';
import { drawnAwards } from '../award-fixtures.js';
import { aCommitment, aTranscript } from '../draw-fixtures.js';
import { aCampaign, aCampaignId, anInstant } from '../fixtures.js';
import { hexOf } from '../hex-of.js';
import { type StoreCase, withCode } from './store-case.js';

const signature = { public_key: hexOf(4, 64), value: hexOf(5, 128) };

/** Well formed, but signed by nobody. */
export const aVoid = (words = '직원 응모가 명단에 섞여 있었습니다'): SignedVoid => ({
  record: {
    void: 'kt-event-draw-void/1',
    event_id: aCampaignId,
    commitment_hash: hexOf(1, 64),
    reason: 'list_wrong',
    words,
    voided_at: '2026-12-16T03:00:00.000Z',
    audit: { no: 0, head: hexOf(0, 64) },
  },
  signature,
});

export const anAuditHead = (no: number, head = hexOf(no, 64)): AuditHead => ({
  audit: 'kt-event-audit/1',
  event_id: aCampaignId,
  no,
  head,
  milestone: 'draw',
  at: '2026-12-16T03:00:00.000Z',
  signature,
});

const audit = { type: 'VOID', void_sha256: hexOf(7, 64) };

async function committed(store: Store, state: 'closed' | 'settled' = 'closed'): Promise<void> {
  await store.campaigns.add(aCampaign({ state }));
  await store.draws.commit(aCampaignId, aCommitment());
}

/** A draw that does not hold never holds again. */
export const voidCases: readonly StoreCase[] = [
  {
    name: 'declares a draw void with its record in the chain, and ends the campaign with it',
    async check(store) {
      await committed(store);
      await store.draws.complete(aCampaignId, aTranscript());
      await store.draws.void(aCampaignId, aVoid(), audit);

      expect(await store.draws.find(aCampaignId)).toMatchObject({ state: 'drawn', voided: aVoid() });
      expect((await store.audit.list(aCampaignId)).map(({ record }) => record)).toEqual([audit]);
      expect((await store.campaigns.find(aCampaignId))?.state).toBe('cancelled');
    },
  },
  {
    name: 'takes the same declaration again and refuses another',
    async check(store) {
      await committed(store);
      await store.draws.void(aCampaignId, aVoid(), audit);
      await store.draws.void(aCampaignId, aVoid(), audit);
      const other = store.draws.void(aCampaignId, aVoid('당첨자가 마음에 들지 않아서'), audit);

      await expect(other).rejects.toMatchObject(withCode('USER_092'));
      expect((await store.draws.find(aCampaignId))?.voided).toEqual(aVoid());
      expect(await store.audit.list(aCampaignId)).toHaveLength(1);
    },
  },
  {
    name: 'keeps one of two declarations that are made at once',
    async check(store) {
      await committed(store);
      const both = [aVoid(), aVoid('응모 기록이 서명한 것과 다릅니다')];
      const ended = await Promise.allSettled(both.map((one) => store.draws.void(aCampaignId, one, audit)));

      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.audit.list(aCampaignId)).toHaveLength(1);
    },
  },
  {
    name: 'draws nobody once the draw is void',
    async check(store) {
      await committed(store);
      await store.draws.void(aCampaignId, aVoid(), audit);

      const drawing = store.draws.complete(aCampaignId, aTranscript());
      await expect(drawing).rejects.toMatchObject(withCode('USER_092'));
      expect((await store.draws.find(aCampaignId))?.transcript).toBeUndefined();
    },
  },
  {
    name: 'declares nothing void where nothing was committed to, and leaves a settled campaign as it ended',
    async check(store) {
      await expect(store.draws.void(aCampaignId, aVoid(), audit)).rejects.toMatchObject(withCode('USER_002'));
      await committed(store, 'settled');
      await store.draws.void(aCampaignId, aVoid(), audit);

      expect((await store.campaigns.find(aCampaignId))?.state).toBe('settled');
    },
  },
  {
    name: 'lets no award of a void draw move, whoever asks',
    async check(store) {
      await committed(store);
      await store.awards.open(drawnAwards(1, 1));
      await store.draws.void(aCampaignId, aVoid(), audit);
      const claim = { from: ['drawn'], to: 'claimed', at: anInstant, reason: 'claimed' } as const;

      await expect(store.awards.move({ campaignId: aCampaignId, no: 1, ...claim })).rejects.toThrow();
      expect((await store.awards.list(aCampaignId)).map(({ state }) => state)).toEqual(['drawn', 'reserve']);
    },
  },
  {
    name: 'keeps the first signed head upon each record of an audit chain',
    async check(store) {
      for (const head of [anAuditHead(3), anAuditHead(1), anAuditHead(3, 'f'.repeat(64))])
        await store.audit.addHead(aCampaignId, head);

      expect(await store.audit.heads(aCampaignId)).toEqual([anAuditHead(1), anAuditHead(3)]);
    },
  },
];
