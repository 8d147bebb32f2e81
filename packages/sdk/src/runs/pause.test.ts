import { expect, it } from 'vitest';
import type { Run } from './journal.js';
import { nextPauseMs } from './pause.js';

const run = (over: Partial<Run>): Run => ({
  id: 'run',
  definition: 'test',
  version: 1,
  input: null,
  subject: 'test',
  state: 'running',
  fence: 1,
  priority: 0,
  createdAt: '2026-12-01T00:00:00.000Z',
  updatedAt: '2026-12-01T00:00:00.000Z',
  ...over,
});

it('begins with half a minute', () => {
  expect(nextPauseMs(run({}))).toBe(30_000);
  expect(nextPauseMs(run({ state: 'waiting', waitingFor: 'opens', wakeAt: '2026-12-09T00:00:00Z' }))).toBe(
    30_000,
  );
});

it('doubles with every failure, up to an hour', () => {
  const failed = { state: 'waiting', waitingFor: 'retry' } as const;

  expect(nextPauseMs(run({ ...failed, wakeAt: '2026-12-01T00:00:30Z' }))).toBe(60_000);
  expect(nextPauseMs(run({ ...failed, wakeAt: '2026-12-01T00:45:00Z' }))).toBe(3_600_000);
  expect(nextPauseMs(run({ state: 'parked', wakeAt: '2026-12-01T00:01:00Z' }))).toBe(120_000);
});

it('never asks a provider again before the time it gave', () => {
  expect(nextPauseMs(run({}), 45_000)).toBe(45_000);
  expect(nextPauseMs(run({}), 86_400_000)).toBe(86_400_000);
});
