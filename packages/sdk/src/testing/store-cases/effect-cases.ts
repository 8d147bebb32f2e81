import { expect } from 'vitest';
import type { Store } from '../../store/store.js';
import { anEffectIntent } from '../fixtures.js';
import { holdRun, key, runId } from './held-run.js';
import { type StoreCase, withCode } from './store-case.js';

export const effectCases: readonly StoreCase[] = [
  {
    name: 'writes an intent down before anything is sent',
    async check(store) {
      const held = await holdRun(store);
      const effect = await store.journal.intend(held, anEffectIntent({ reservedKrw: 700 }));

      expect(effect).toMatchObject({
        id: `${runId}/${key}`,
        state: 'intent',
        fence: 1,
        attempts: 1,
        reservedKrw: 700,
        settledKrw: 0,
      });
      expect(await store.journal.effect(runId, key)).toEqual(effect);
    },
  },
  {
    name: 'settles an effect and its step together',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent({ reservedKrw: 700 }));
      const step = { state: 'acked', value: { id: 'x' } } as const;
      await store.journal.settle(held, { key, state: 'acked', result: { id: 'x' }, settledKrw: 650, step });

      expect(await store.journal.effect(runId, key)).toMatchObject({
        state: 'acked',
        result: { id: 'x' },
        reservedKrw: 0,
        settledKrw: 650,
      });
      expect(await store.journal.step(runId, key)).toEqual({ result: step });
    },
  },
  {
    name: 'settles neither the effect nor the step when one of them cannot be written',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent());
      await store.journal.recordStep(held, key, 'already there');

      await expect(store.journal.settle(held, { key, state: 'acked', step: 1 })).rejects.toThrow();
      expect((await store.journal.effect(runId, key))?.state).toBe('intent');
    },
  },
  {
    name: 'never settles an acknowledged effect again, nor sends it again',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent());
      await store.journal.settle(held, { key, state: 'acked', result: 1 });

      const again = store.journal.settle(held, { key, state: 'in_doubt' });
      await expect(again).rejects.toMatchObject(withCode('BUG_001'));
      await expect(store.journal.intend(held, anEffectIntent())).rejects.toMatchObject(withCode('BUG_001'));
      expect(await store.journal.effect(runId, key)).toMatchObject({ state: 'acked', attempts: 1 });
    },
  },
  {
    name: 'refuses to settle what was never intended',
    async check(store) {
      const held = await holdRun(store);

      await expect(store.journal.settle(held, { key, state: 'acked' })).rejects.toMatchObject(
        withCode('BUG_001'),
      );
    },
  },
  {
    name: 'counts attempts and replaces the reservation',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent({ reservedKrw: 600, capKrw: 1_000 }));
      await store.journal.settle(held, { key, state: 'not_sent' });
      const freed = await store.journal.effect(runId, key);
      const again = await store.journal.intend(held, anEffectIntent({ reservedKrw: 600, capKrw: 1_000 }));

      expect(freed?.reservedKrw).toBe(0);
      expect(again).toMatchObject({ attempts: 2, reservedKrw: 600, state: 'intent' });
      expect(again.settledAt).toBeUndefined();
    },
  },
  {
    name: 'refuses another request under the same key',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent());
      const other = store.journal.intend(held, anEffectIntent({ fingerprint: 'f'.repeat(64) }));

      await expect(other).rejects.toMatchObject(withCode('BUG_002'));
      expect(await store.journal.effect(runId, key)).toMatchObject({ attempts: 1 });
    },
  },
  {
    name: 'never lets reserved and settled money pass the cap',
    async check(store) {
      const held = await holdRun(store);
      const capKrw = 1_000;
      await store.journal.intend(held, anEffectIntent({ key: 'a', reservedKrw: 400, capKrw }));
      await store.journal.settle(held, { key: 'a', state: 'acked', settledKrw: 300 });
      await store.journal.intend(held, anEffectIntent({ key: 'b', reservedKrw: 500, capKrw }));
      const tooMuch = store.journal.intend(held, anEffectIntent({ key: 'c', reservedKrw: 201, capKrw }));

      await expect(tooMuch).rejects.toMatchObject(withCode('USER_017'));
      expect(await store.journal.effect(runId, 'c')).toBeUndefined();
      const fits = await store.journal.intend(held, anEffectIntent({ key: 'd', reservedKrw: 200, capKrw }));
      expect(fits.state).toBe('intent');
    },
  },
  {
    name: 'keeps the cap when branches reserve at once',
    async check(store) {
      const held = await holdRun(store);
      const attempts = Array.from({ length: 10 }, (_, no) =>
        store.journal.intend(held, anEffectIntent({ key: `e${no}`, reservedKrw: 300, capKrw: 1_000 })),
      );
      const settled = await Promise.allSettled(attempts);

      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    },
  },
  {
    name: 'keeps money reserved while an effect is in doubt',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent({ reservedKrw: 900, capKrw: 1_000 }));
      await store.journal.settle(held, { key, state: 'in_doubt' });
      const other = store.journal.intend(held, anEffectIntent({ key: 'b', reservedKrw: 200, capKrw: 1_000 }));

      await expect(other).rejects.toMatchObject(withCode('USER_017'));
    },
  },
  {
    name: 'lets a person say that a parked effect happened',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent({ reservedKrw: 500 }));
      await store.journal.settle(held, { key, state: 'parked' });
      const effect = await store.journal.resolve(`${runId}/${key}`, true);

      expect(effect).toMatchObject({ state: 'acked', result: null, settledKrw: 500, reservedKrw: 0 });
    },
  },
  {
    name: 'lets a person say that a parked effect did not happen',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent({ reservedKrw: 500 }));
      await store.journal.settle(held, { key, state: 'in_doubt' });
      const effect = await store.journal.resolve(`${runId}/${key}`, false);

      expect(effect).toMatchObject({ state: 'not_sent', settledKrw: 0, reservedKrw: 0 });
    },
  },
  {
    name: 'asks a person about undecided effects only',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent());
      const id = `${runId}/${key}`;
      await expect(store.journal.resolve(id, true)).rejects.toMatchObject(withCode('USER_002'));
      await store.journal.settle(held, { key, state: 'rejected' });

      await expect(store.journal.resolve(id, false)).rejects.toMatchObject(withCode('USER_002'));
      await expect(store.journal.resolve('none', true)).rejects.toMatchObject(withCode('USER_002'));
    },
  },
  {
    name: 'lists effects by run and by state',
    async check(store) {
      const held = await holdRun(store);
      await store.journal.intend(held, anEffectIntent({ key: 'a' }));
      await store.journal.intend(held, anEffectIntent({ key: 'b' }));
      await store.journal.settle(held, { key: 'b', state: 'parked' });

      const keys = async (filter: Parameters<Store['journal']['effects']>[0]) =>
        (await store.journal.effects(filter)).map((effect) => effect.key);
      expect(await keys({ runId })).toEqual(['a', 'b']);
      expect(await keys({ states: ['parked'] })).toEqual(['b']);
      expect(await keys({ runId: 'other' })).toEqual([]);
    },
  },
];
