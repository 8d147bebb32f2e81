import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKtEvent } from './client.js';

const hourMs = 3_600_000;
const noTimeMs = 60_000;

describe('the clock by which entries arrive', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kt-event-clock-'));
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await rm(root, { recursive: true });
  });

  const jumpWith = async (now?: () => Date) => {
    const places = { folder: join(root, 'data'), output: join(root, 'out') };
    const ktEvent = await createKtEvent({ ...places, ...(now && { now }) });
    const before = ktEvent.arrive().receivedAt.getTime();
    vi.setSystemTime(Date.now() + hourMs);
    const after = ktEvent.arrive().receivedAt.getTime();
    await ktEvent.close();
    return after - before;
  };

  it('does not follow the clock of the system when that is put an hour on', async () => {
    expect(await jumpWith()).toBeLessThan(noTimeMs);
  });

  it('would, on the clock of the wall', async () => {
    expect(await jumpWith(() => new Date())).toBeGreaterThan(hourMs - noTimeMs);
  });
});
