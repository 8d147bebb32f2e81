import { expect, it } from 'vitest';
import { createHeardCalls } from './heard-calls.js';

const start = Date.parse('2026-12-01T12:00:00+09:00');
const dayMs = 24 * 3_600_000;

function open() {
  let nowMs = start;
  const calls = createHeardCalls(() => new Date(nowMs));
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { isNew: calls.isNew, wait };
}

it('knows a call for 24 hours and no longer', () => {
  const { isNew, wait } = open();
  const heard = [isNew('a'), isNew('a'), isNew('b')];
  wait(dayMs - 1);
  heard.push(isNew('a'));
  wait(1);

  expect([...heard, isNew('a'), isNew('a')]).toEqual([true, false, true, false, true, false]);
});

it('forgets the oldest of too many, and remembers the others', () => {
  const { isNew } = open();
  for (let no = 0; no <= 10_000; no += 1) isNew(`call-${no}`);

  expect([isNew('call-10000'), isNew('call-9000'), isNew('call-0')]).toEqual([false, false, true]);
});
