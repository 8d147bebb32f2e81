import { expect } from 'vitest';
import type { Store } from '../../store/store.js';
import { anEffectIntent } from '../fixtures.js';
import { createRun, holdRun, key, runId, staleHold } from './held-run.js';
import { type StoreCase, withCode } from './store-case.js';

const takingCases: readonly StoreCase[] = [
  {
    name: 'creates a run that nobody holds',
    async check(store) {
      const run = await createRun(store);

      expect(run).toMatchObject({ id: runId, state: 'queued', fence: 0, input: { n: 1 }, priority: 5 });
      expect(await store.journal.find(runId)).toEqual(run);
      expect(await store.journal.find('other')).toBeUndefined();
    },
  },
  {
    name: 'creates a run once',
    async check(store) {
      await createRun(store);
      const again = await createRun(store, { input: { n: 2 } });

      expect(again.input).toEqual({ n: 1 });
    },
  },
  {
    name: 'lists unfinished runs first, then by priority',
    async check(store) {
      await createRun(store, { id: 'late', priority: 9 });
      await createRun(store, { id: 'soon', priority: 1, subject: 'other' });
      await createRun(store, { id: 'over', priority: 0 });
      await store.journal.changeIdle('over', { state: 'cancelled' });

      const ids = async (filter?: Parameters<Store['journal']['list']>[0]) =>
        (await store.journal.list(filter)).map(({ id }) => id);
      expect(await ids()).toEqual(['soon', 'late', 'over']);
      expect(await ids({ states: ['queued'] })).toEqual(['soon', 'late']);
      expect(await ids({ subject: 'other' })).toEqual(['soon']);
    },
  },
  {
    name: 'raises the fence each time a run is taken',
    async check(store) {
      await createRun(store);
      const first = await store.journal.take(runId);
      await store.journal.release(runId);
      const second = await store.journal.take(runId);

      expect([first.fence, second.fence]).toEqual([1, 2]);
      expect(second.state).toBe('running');
    },
  },
  {
    name: 'refuses to take a run that is held',
    async check(store) {
      await holdRun(store);

      await expect(store.journal.take(runId)).rejects.toMatchObject(withCode('STORE_004'));
      expect((await store.journal.find(runId))?.fence).toBe(1);
    },
  },
  {
    name: 'lets one of many take a run',
    async check(store) {
      await createRun(store);
      const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => store.journal.take(runId)));

      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await store.journal.find(runId))?.fence).toBe(1);
    },
  },
  {
    name: 'lets go of a run twice',
    async check(store) {
      await holdRun(store);
      await store.journal.release(runId);
      await store.journal.release(runId);

      expect((await store.journal.take(runId)).fence).toBe(2);
    },
  },
  {
    name: 'lets go of the lock when the run cannot be taken',
    async check(store) {
      await expect(store.journal.take(runId)).rejects.toMatchObject(withCode('USER_002'));
      await createRun(store);

      expect((await store.journal.take(runId)).fence).toBe(1);
    },
  },
  {
    name: 'refuses to take a run that is over',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.change(held, { state: 'ended', result: null });
      await store.journal.release(runId);

      await expect(store.journal.take(runId)).rejects.toMatchObject(withCode('USER_008'));
      expect(await store.journal.find(runId)).toMatchObject({ state: 'ended', result: null });
    },
  },
  {
    name: 'keeps and clears what a run waits for',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.change(held, {
        state: 'waiting',
        waitingFor: 'draw',
        wakeAt: '2026-12-15T03:00:00Z',
      });
      const waiting = await store.journal.find(runId);
      await store.journal.change(held, { wakeAt: undefined });
      const cleared = await store.journal.find(runId);

      expect(waiting).toMatchObject({ waitingFor: 'draw', wakeAt: '2026-12-15T03:00:00Z' });
      expect(cleared?.wakeAt).toBeUndefined();
      expect(cleared?.waitingFor).toBe('draw');
    },
  },
  {
    name: 'changes an idle run, but not one that is held',
    async check(store) {
      const held = await holdRun(store);
      const attempt = store.journal.changeIdle(runId, { state: 'cancelled' });
      await expect(attempt).rejects.toMatchObject(withCode('STORE_004'));
      await store.journal.release(held.runId);
      await store.journal.changeIdle(runId, { state: 'cancelled' });

      expect((await store.journal.find(runId))?.state).toBe('cancelled');
    },
  },
];

const stepCases: readonly StoreCase[] = [
  {
    name: 'remembers a step, null included',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.recordStep(held, 'plan', { ok: [1, null, '가'] });
      await store.journal.recordStep(held, 'nothing', null);

      expect(await store.journal.step(runId, 'plan')).toEqual({ result: { ok: [1, null, '가'] } });
      expect(await store.journal.step(runId, 'nothing')).toEqual({ result: null });
      expect(await store.journal.step(runId, 'other')).toBeUndefined();
    },
  },
  {
    name: 'never replaces a step',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.recordStep(held, 'plan', 1);

      await expect(store.journal.recordStep(held, 'plan', 2)).rejects.toMatchObject(withCode('BUG_001'));
      expect(await store.journal.step(runId, 'plan')).toEqual({ result: 1 });
    },
  },
  {
    name: 'refuses every write under an old fence',
    async check(store) {
      const stale = await staleHold(store);
      const { journal } = store;
      const writes = [
        journal.recordStep(stale, 'plan', 1),
        journal.change(stale, { state: 'ended' }),
        journal.intend(stale, anEffectIntent()),
        journal.settle(stale, { key, state: 'acked' }),
      ];

      const settled = await Promise.allSettled(writes);
      expect(settled.map((write) => write.status === 'rejected' && write.reason.code)).toEqual(
        writes.map(() => 'STORE_003'),
      );
      expect(await journal.step(runId, 'plan')).toBeUndefined();
      expect(await journal.effects()).toEqual([]);
      expect((await journal.find(runId))?.state).toBe('running');
    },
  },
];

export const runCases: readonly StoreCase[] = [...takingCases, ...stepCases];
