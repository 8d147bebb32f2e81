import { expect, it } from 'vitest';
import type { Effect } from '../runs/journal.js';
import type { Publication } from '../schema/publication.js';
import { aPublication } from '../testing/fixtures.js';
import { nextTry } from './retry-time.js';

const noon = new Date('2026-12-01T12:00:00+09:00');
const failed = (code: string): Publication => {
  const said = { ko: '안 됨', en: 'no' };
  return aPublication({ state: 'failed', error: { code, message: said, hint: said } });
};
const parked = (over: Partial<Effect>): Effect => ({
  id: 'run/publish',
  runId: 'run',
  key: 'publish',
  idempotency: 'lookup',
  state: 'parked',
  fence: 1,
  attempts: 1,
  fingerprint: '',
  clientRef: '',
  round: 1,
  preparedAt: noon.toISOString(),
  reservedKrw: 0,
  settledKrw: 0,
  intentAt: noon.toISOString(),
  ...over,
});
const minutes = (found: Date | undefined) => found && (found.getTime() - noon.getTime()) / 60_000;

it.each(['PROVIDER_002', 'PROVIDER_003', 'PROVIDER_005', 'PROVIDER_006'])(
  'tries again after ten minutes what failed with %s',
  (code) => {
    expect(minutes(nextTry([aPublication(), failed(code)], [], noon))).toBe(10);
  },
);

it.each(['PROVIDER_001', 'AUTH_002', 'USER_017', 'USER_032', 'UNKNOWN'])('leaves %s to a person', (code) => {
  expect(nextTry([failed(code)], [], noon)).toBeUndefined();
});

it('sends advertising in the morning that came at night', () => {
  const night = new Date('2026-12-01T22:00:00+09:00');

  expect(nextTry([failed('USER_030'), aPublication()], [], night)).toEqual(
    new Date('2026-12-02T08:00:00+09:00'),
  );
});

it('looks up what is in doubt, unless only a person can tell', () => {
  expect(minutes(nextTry([], [parked({})], noon))).toBe(10);
  expect(minutes(nextTry([], [parked({ idempotency: 'keyed', attempts: 3 })], noon))).toBe(10);
  expect(nextTry([], [parked({ idempotency: 'keyed', attempts: 24 })], noon)).toBeUndefined();
  expect(nextTry([], [parked({ idempotency: 'none' })], noon)).toBeUndefined();
});

it('has nothing to do when every channel has it', () => {
  expect(nextTry([aPublication()], [], noon)).toBeUndefined();
});
