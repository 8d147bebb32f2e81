import { describe, expect, it } from 'vitest';
import { type Arrived, type Committer, createCommitter } from './committer.js';

type Commit = (batch: readonly Arrived[]) => Promise<number[]>;

const numbersOf = (batch: readonly Arrived[]) => batch.map(({ arrivalNo }) => arrivalNo);
const anItem = (arrivalNo: number): Arrived => ({ arrivalNo });

/** A store whose commits end when the test says so. */
function heldStore() {
  const batches: number[][] = [];
  const commits: (() => void)[] = [];
  const commit: Commit = (batch) =>
    new Promise((resolve) => {
      batches.push(numbersOf(batch));
      commits.push(() => resolve(numbersOf(batch)));
    });
  return { commit, batches, commits };
}

const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** True when nobody is answered while the commit is under way. */
async function answersAfterCommit(
  create: (commit: Commit) => Pick<Committer<Arrived, number>, 'submit'>,
): Promise<boolean> {
  const store = heldStore();
  const committer = create(store.commit);
  let answered = false;
  const answer = committer.submit(anItem(1)).then(() => {
    answered = true;
  });
  await turn();
  const early = answered;
  store.commits[0]?.();
  await answer;
  return !early;
}

/** What a committer is asked to write, one after the other, when these come while it writes another. */
async function orderOf(arrivalNos: readonly number[]): Promise<number[]> {
  const { commit, batches, commits } = heldStore();
  const committer = createCommitter({ commit, maxBatch: 1 });
  const answers = [0, ...arrivalNos].map((no) => committer.submit(anItem(no)));
  for (const index of answers.keys()) {
    await turn();
    commits[index]?.();
  }
  await Promise.all(answers);
  return batches.flat().slice(1);
}

describe('the committer', () => {
  it('puts all that come at once into few commits, in order of arrival', async () => {
    const { commit, batches, commits } = heldStore();
    const committer = createCommitter({ commit, maxBatch: 4 });
    const answers = range(6).map((no) => committer.submit(anItem(no)));
    await turn();
    answers.push(...range(3).map((no) => committer.submit(anItem(6 + no))));
    commits[0]?.();
    await turn();
    commits[1]?.();
    await turn();
    commits[2]?.();

    expect(await Promise.all(answers)).toEqual(range(9));
    expect(batches).toEqual([[1, 2, 3, 4], [5, 6, 7, 8], [9]]);
  });

  it('lets nobody be overtaken for having been read more slowly', async () => {
    expect(await orderOf([1, 3, 4, 2])).toEqual([1, 2, 3, 4]);
    expect(await orderOf([4, 3, 2, 1])).toEqual([1, 2, 3, 4]);
  });

  it('would be seen to take a number twice: such two stay in the order in which they were read', async () => {
    const reused = [1, 2, 1, 2];

    expect(await orderOf(reused)).not.toEqual(reused);
  });

  it('does not keep a full batch waiting for whoever else is on the wire', () => {
    const { commit, batches } = heldStore();
    const committer = createCommitter({ commit, maxBatch: 3, maxInFlight: 2 });
    for (const no of range(8)) void committer.submit(anItem(no));

    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('answers nobody before the commit', async () => {
    const good = await answersAfterCommit((commit) => createCommitter({ commit }));
    const eager = await answersAfterCommit((commit) => ({
      async submit(item) {
        void commit([item]);
        return item.arrivalNo;
      },
    }));

    expect([good, eager]).toEqual([true, false]);
  });

  it('hands out as many batches ahead as it is told, and no more', async () => {
    const { commit, batches, commits } = heldStore();
    const committer = createCommitter({ commit, maxBatch: 1, maxInFlight: 2 });
    const answers = range(3).map((no) => committer.submit(anItem(no)));
    await turn();
    await turn();
    const ahead = batches.length;
    for (const index of range(3)) {
      commits[index - 1]?.();
      await turn();
    }

    expect(ahead).toBe(2);
    expect(await Promise.all(answers)).toEqual([1, 2, 3]);
  });

  it('tells everyone of a failed batch to send again, and goes on', async () => {
    let fail = true;
    const committer = createCommitter({
      async commit(batch: readonly Arrived[]) {
        if (fail) throw new Error('disk full');
        return numbersOf(batch);
      },
    });
    const answers = await Promise.allSettled(range(3).map((no) => committer.submit(anItem(no))));
    fail = false;

    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual([
      'STORE_005',
      'STORE_005',
      'STORE_005',
    ]);
    expect(await committer.submit(anItem(4))).toBe(4);
  });

  it('turns away what does not fit into the queue', async () => {
    const { commit, commits } = heldStore();
    const committer = createCommitter({ commit, maxBatch: 2, maxQueue: 3 });
    const answers = range(5).map((no) => committer.submit(anItem(no)));

    await expect(committer.submit(anItem(6))).rejects.toMatchObject({
      code: 'STORE_005',
      retryAfterMs: 2_000,
    });
    for (const index of range(3)) {
      await turn();
      commits[index - 1]?.();
    }
    expect(await Promise.all(answers)).toHaveLength(5);
  });

  it('is drained when the last one has its answer', async () => {
    const { commit, commits } = heldStore();
    const committer = createCommitter({ commit });
    const told: string[] = [];
    const answer = committer.submit(anItem(1)).then(() => told.push('answer'));
    const drained = committer.drain().then(() => told.push('drained'));
    await turn();
    const early = [...told];
    commits[0]?.();
    await Promise.all([answer, drained]);

    expect([early, told]).toEqual([[], ['answer', 'drained']]);
    await committer.drain();
  });
});
