import { type ConsentsDue, type DueConsents, StoreError } from '@kt-event/sdk';
import { expect, it } from 'vitest';
import { createConsentRound } from './consent-round.js';

const hourMs = 60 * 60_000;
const aDue: ConsentsDue = {
  campaignId: 'a',
  campaignName: '첫 방문 QR 이벤트',
  notice: 'result',
  people: 3,
  dueOn: '2026-12-15',
};

/** What the owner is told in these hours. */
async function toldIn(
  hours: readonly number[],
  look: () => DueConsents,
): Promise<{ told: unknown[]; looks: number }> {
  const told: unknown[] = [];
  let looks = 0;
  let nowMs = 0;
  const tellDueConsents = async () => {
    looks += 1;
    return look();
  };
  const round = createConsentRound({
    ktEvent: { tellDueConsents },
    now: () => new Date(nowMs),
    signal: new AbortController().signal,
    tell: (error, campaignId) => told.push([error, campaignId]),
  });
  for (const hour of hours) {
    nowMs = hour * hourMs;
    await round();
  }
  return { told, looks };
}

it('tells the owner of each campaign once a day who has to be told, and looks once an hour', async () => {
  const due = [aDue, { ...aDue, campaignId: 'b' }];
  const { told, looks } = await toldIn([0, 0.9, 1, 23, 24, 25], () => ({ due, failures: [] }));

  expect(looks).toBe(5);
  expect(told).toMatchObject(
    ['a', 'b', 'a', 'b'].map((id) => [{ code: 'USER_097', context: { people: 3, day: '2026-12-15' } }, id]),
  );
});

it('tells what failed, and goes on', async () => {
  const error = new StoreError('STORE_003', { runId: 'run' });
  const some = await toldIn([0], () => ({ due: [aDue], failures: [{ campaignId: 'b', error }] }));
  const all = await toldIn([0, 1], () => {
    throw error;
  });

  expect(some.told).toMatchObject([
    [error, 'b'],
    [{ code: 'USER_097' }, 'a'],
  ]);
  expect(all.told).toEqual([
    [error, undefined],
    [error, undefined],
  ]);
});
