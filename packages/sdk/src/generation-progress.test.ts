import { expect, it } from 'vitest';
import { campaignRunId } from './campaign/read-status.js';
import { createProgress } from './generation-progress.js';
import type { ProgressEvent } from './progress-event.js';

const longMs = 60_000;

function openProgress() {
  const listeners = new Set<(event: ProgressEvent) => void>();
  const progress = createProgress(listeners);
  const make = (campaignId: string) => {
    const runId = campaignRunId(campaignId);
    const event = { type: 'stage:item', runId, stage: 'generate', item: 'instagram/text', state: 'made' };
    for (const hear of listeners) hear(event as ProgressEvent);
  };
  const woken: string[] = [];
  const wait = (campaignId: string, ms = longMs, signal?: AbortSignal) =>
    progress.change(campaignId, ms, signal).then(() => void woken.push(campaignId));
  return { progress, make, woken, wait };
}

it('wakes those who wait for the campaign of which something was made, all of them and nobody else', async () => {
  const { progress, make, woken, wait } = openProgress();
  const waiting = [wait('a'), wait('b'), wait('a')];

  make('a');
  await Promise.all([waiting[0], waiting[2]]);
  const first = [...woken];
  progress.tell('b');
  await waiting[1];

  expect([first, woken]).toEqual([
    ['a', 'a'],
    ['a', 'a', 'b'],
  ]);
});

it('lets everybody go when it ends, and whoever has waited long enough or no longer wants to', async () => {
  const { progress, woken, wait } = openProgress();
  const stop = new AbortController();
  const all = Promise.all([wait('a'), wait('b', longMs, stop.signal), wait('c', 1)]);

  stop.abort();
  progress.close();
  await all;

  expect(woken.toSorted()).toEqual(['a', 'b', 'c']);
});
