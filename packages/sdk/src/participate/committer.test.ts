import { describe, expect, it } from 'vitest';
import type { EntryOutcome, SealedEntry } from '../store/entry-repository.js';
import { aSealedEntry } from '../testing/fixtures.js';
import { type Committer, createCommitter } from './committer.js';

const soldOut = (batch: readonly SealedEntry[]): EntryOutcome[] =>
  batch.map(() => ({ kind: 'sold_out', stock: 1 }));

/** A store whose commits end when the test says so. */
function heldStore() {
  const batches: (readonly SealedEntry[])[] = [];
  const commits: (() => void)[] = [];
  const add = (batch: readonly SealedEntry[]) =>
    new Promise<EntryOutcome[]>((resolve) => {
      batches.push(batch);
      commits.push(() => resolve(soldOut(batch)));
    });
  return { add, batches, commits };
}

const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** True when nobody is answered while the commit is under way. */
async function answersAfterCommit(create: (add: Committer['submit']) => Committer): Promise<boolean> {
  const store = heldStore();
  const committer = create((entry) => store.add([entry]).then(([outcome]) => outcome as EntryOutcome));
  let answered = false;
  const answer = committer.submit(aSealedEntry(1)).then(() => {
    answered = true;
  });
  await turn();
  const early = answered;
  store.commits[0]?.();
  await answer;
  return !early;
}

describe('the committer', () => {
  it('puts all that come at once into few commits, in order of arrival', async () => {
    const { add, batches, commits } = heldStore();
    const committer = createCommitter({ entries: { add }, maxBatch: 4 });
    const answers = range(6).map((no) => committer.submit(aSealedEntry(no)));
    await turn();
    answers.push(...range(3).map((no) => committer.submit(aSealedEntry(6 + no))));
    commits[0]?.();
    await turn();
    commits[1]?.();
    await turn();
    commits[2]?.();
    await Promise.all(answers);

    const numbers = batches.map((batch) => batch.map(({ id }) => Number.parseInt(id, 16)));
    expect(numbers).toEqual([[1, 2, 3, 4], [5, 6, 7, 8], [9]]);
  });

  it('answers nobody before the commit', async () => {
    const good = await answersAfterCommit((submit) =>
      createCommitter({ entries: { add: (batch) => Promise.all(batch.map(submit)) } }),
    );
    const eager = await answersAfterCommit((submit) => ({
      async submit(entry) {
        void submit(entry);
        return { kind: 'sold_out', stock: 1 };
      },
    }));

    expect([good, eager]).toEqual([true, false]);
  });

  it('tells everyone of a failed batch to send again, and goes on', async () => {
    let fail = true;
    const add = async (batch: readonly SealedEntry[]) => {
      if (fail) throw new Error('disk full');
      return soldOut(batch);
    };
    const committer = createCommitter({ entries: { add } });
    const answers = await Promise.allSettled(range(3).map((no) => committer.submit(aSealedEntry(no))));
    fail = false;

    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual([
      'STORE_005',
      'STORE_005',
      'STORE_005',
    ]);
    expect(await committer.submit(aSealedEntry(4))).toEqual({ kind: 'sold_out', stock: 1 });
  });

  it('turns away what does not fit into the queue', async () => {
    const { add, commits } = heldStore();
    const committer = createCommitter({ entries: { add }, maxBatch: 2, maxQueue: 3 });
    const answers = range(3).map((no) => committer.submit(aSealedEntry(no)));

    await expect(committer.submit(aSealedEntry(4))).rejects.toMatchObject({
      code: 'STORE_005',
      retryAfterMs: 2_000,
    });
    await turn();
    commits[0]?.();
    await turn();
    commits[1]?.();
    expect(await Promise.all(answers)).toHaveLength(3);
  });
});
