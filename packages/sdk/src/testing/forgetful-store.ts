import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.js';

/** A seeded bug: the ledger does not remember what it intended or settled, so that every resume sends again. */
export function createForgetfulStore(store: Store): Store {
  const { journal } = store;
  const written = new Map<string, string>();

  return {
    ...store,
    journal: {
      ...journal,
      effect: async () => undefined,
      step: async (runId, key) => (isOfEffect(key) ? undefined : journal.step(runId, key)),
      recordStep: (hold, key, result) =>
        journal.recordStep(hold, isOfEffect(key) ? `${key}#${randomUUID()}` : key, result),
      intend(hold, intent) {
        const key = `${intent.key}#${randomUUID()}`;
        written.set(intent.key, key);
        return journal.intend(hold, { ...intent, key });
      },
      settle: (hold, settlement) =>
        journal.settle(hold, { ...settlement, key: written.get(settlement.key) ?? settlement.key }),
    },
  };
}

function isOfEffect(key: string): boolean {
  return /^(distribute\/[^/]+(\/prepare)?|(claims\/\d+|void)\/told\/.+)$/.test(key);
}
