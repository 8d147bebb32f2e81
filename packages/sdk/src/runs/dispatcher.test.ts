import { expect, it } from 'vitest';
import { createLocalDispatcher } from './dispatcher.js';
import { type JobClass, priorityOf } from './priority.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 11, 1) + seconds * 1_000);

it('runs small jobs first and lets none starve', async () => {
  const dispatcher = createLocalDispatcher({ concurrency: 1 });
  const order: string[] = [];
  const job = (name: string, seconds: number, jobClass: JobClass) =>
    dispatcher.dispatch(priorityOf(at(seconds), jobClass), async () => void order.push(name));

  await Promise.all([job('large', 0, 1), job('small, soon after', 599, 0), job('small, too late', 601, 0)]);

  expect(order).toEqual(['small, soon after', 'large', 'small, too late']);
});

it('never runs more at once than it may', async () => {
  const dispatcher = createLocalDispatcher({ concurrency: 2 });
  let active = 0;
  let most = 0;
  const job = async () => {
    active += 1;
    most = Math.max(most, active);
    await new Promise(setImmediate);
    active -= 1;
  };

  await Promise.all(Array.from({ length: 10 }, (_, no) => dispatcher.dispatch(no, job)));

  expect(most).toBe(2);
});

it('goes on after a job that failed', async () => {
  const dispatcher = createLocalDispatcher({ concurrency: 1 });

  const failed = dispatcher.dispatch(0, () => Promise.reject(new Error('no')));
  const next = dispatcher.dispatch(0, async () => 'next');

  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('next');
});
