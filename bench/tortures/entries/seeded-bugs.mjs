// A store with one mistake each: what the torture does not catch, it cannot be trusted with.

/** By name: where each is tried, and the promises one of which must be seen broken. */
export const bugs = {
  'no unique index': { trial: 'burst', promises: ['P1'] },
  'answer before commit': { trial: 'burst', promises: ['P2'] },
  'stock read, then written': { trial: 'burst', promises: ['P3'] },
  'counter of arrivals begins again': { trial: 'burst', promises: ['P3', 'P4'] },
  'commits that are not synced': { trial: 'powerCut', promises: ['P2'] },
  'the clock of the wall': { trial: 'clockJumps', promises: ['P7'] },
};

/** A driver that says that it syncs. */
export function withoutSync(Database) {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function lie(source, ...rest) {
    if (source === 'synchronous') return 2;
    return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = OFF'), ...rest);
  };
}

export function withBug(name, store) {
  if (!(name in adders)) return store;
  const { entries } = store;
  return { ...store, entries: { ...entries, add: adders[name](entries) } };
}

const adders = {
  'no unique index': (entries) => (batch) =>
    entries.add(batch.map((entry) => ({ ...entry, blindIndex: entry.blindIndex + entry.id }))),

  // Numbers from memory, answered at once; the commit comes when nobody waits for it any more.
  'answer before commit': (entries) => {
    let seq = 0;
    return async (batch) => {
      setTimeout(() => void entries.add(batch).catch(() => undefined), lateMs);
      return batch.map((entry) => {
        seq += 1;
        return { kind: 'created', entry: { ...entry, seq, couponNo: seq } };
      });
    };
  },

  'stock read, then written': (entries) => async (batch) => {
    const [{ campaignId }] = batch;
    const left = await entries.remainingStock(campaignId);
    const outcomes = await entries.add(batch);
    return renumber(outcomes, (entry) => ({ ...entry, couponNo: stockOf(left) }));
  },

  'counter of arrivals begins again': (entries) => {
    let no = 0; // of this process: after a restart it begins again
    return async (batch) =>
      renumber(await entries.add(batch), (entry) => {
        no += 1;
        return { ...entry, seq: no, couponNo: no };
      });
  },
};

const lateMs = 300;
const stockOf = (left) => 1_001 - left;

function renumber(outcomes, change) {
  return outcomes.map((outcome) =>
    outcome.kind === 'created' ? { ...outcome, entry: change(outcome.entry) } : outcome,
  );
}
