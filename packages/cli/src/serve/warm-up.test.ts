import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { addDays, briefInputSchema, dayOf, parseInput } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKtEvent } from '../open-kt-event.js';
import { serve } from './serve.js';

let folder: string;
let sandbox: Sandbox;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-warm-'));
  sandbox = await openSandbox({ now: () => new Date() });
});
afterEach(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function served(environment: Record<string, string>) {
  const stop = new AbortController();
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const { stopped } = await serve(
    { folder, language: 'ko', port: 0, signal: stop.signal, onFailure },
    environment,
  );
  return {
    failures,
    async close() {
      stop.abort();
      await stopped;
    },
  };
}

async function keepAnEvent() {
  const ktEvent = await openKtEvent({ folder, environment: {} });
  await ktEvent.create(parseInput(briefInputSchema, aBrief(), 'brief'));
  await ktEvent.close();
}

function aBrief() {
  const start = addDays(dayOf(new Date()), 3);
  return {
    version: 1,
    name: '첫 방문 QR 이벤트',
    store: { name: '카페 온도', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
    objective: 'new_customer',
    budgetKrw: 300_000,
    period: { start, end: addDays(start, 7) },
    channels: ['naver_blog'],
    entry: { mechanic: 'lottery', winners: 2 },
    draw: { at: `${addDays(start, 8)}T12:00:00+09:00`, beacon: 'operator' },
  };
}

const asked = () => sandbox.requests('data_go_kr').length;

describe('a server that starts', { timeout: 120_000 }, () => {
  it('asks ahead about the trends that its events will want', async () => {
    await keepAnEvent();
    const server = await served(sandbox.environment());

    await expect.poll(asked, { timeout: 60_000 }).toBeGreaterThan(0);
    await server.close();
    expect(server.failures).toEqual([]);
  });

  it('asks nobody without events, and nobody without a key', async () => {
    await (await served(sandbox.environment())).close();
    await keepAnEvent();
    await (await served({})).close();

    expect(asked()).toBe(0);
  });
});
