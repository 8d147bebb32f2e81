import { type Campaign, type CampaignStatus, type KtEvent, StoreError } from '@kt-event/sdk';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGate } from '../testing/gate.js';
import { noReads } from '../testing/no-reads.js';
import {
  afterClosing,
  afterDraw,
  aLottery,
  openStage,
  type Stage,
  whileOpen,
} from '../testing/open-stage.js';
import { aPaused, minutesLater } from '../testing/provider-health.js';
import { aPerson } from '../testing/requests.js';
import { createScheduler, type Scheduler, type SchedulerOptions } from './create-scheduler.js';

type Port = SchedulerOptions['ktEvent'];

/** A toolkit with these campaigns due, whose work ends when the test says so. */
function aPort(ids: readonly string[], advance: (id: string, signal?: AbortSignal) => Promise<void>): Port {
  return {
    providers: async () => [],
    resumeGenerations: async () => undefined,
    pending: async () => [],
    signLogHeads: async () => ({ signed: 0, failures: [] }),
    signAuditHeads: async () => ({ signed: 0, failures: [] }),
    forgetSpent: async () => 0,
    tellDueConsents: async () => ({ due: [], failures: [] }),
    caches: async () => noReads,
    eraseOverdue: async () => [],
    refreshPublications: async () => ({ publications: [], failures: [] }),
    due: async () => ids.map((id) => ({ id }) as Campaign),
    advance: async (id, { signal } = {}) => {
      await advance(id, signal);
      return {} as CampaignStatus;
    },
  };
}

const nobody = () => undefined;

/** How often one campaign was in hand at the same time, when two looks come at once. */
async function mostAtOnce(create: (options: SchedulerOptions) => Pick<Scheduler, 'tick'>): Promise<number> {
  let now = 0;
  let most = 0;
  const work = createGate();
  const scheduler = create({
    ktEvent: aPort(['a'], async () => {
      now += 1;
      most = Math.max(most, now);
      await work.opened;
      now -= 1;
    }),
    onError: nobody,
  });
  const ticks = [scheduler.tick(), scheduler.tick()];
  setImmediate(work.open);
  await Promise.all(ticks);
  return most;
}

describe('a scheduler', () => {
  it('carries no campaign on twice at once', async () => {
    expect(await mostAtOnce(createScheduler)).toBe(1);
  });

  it('would be caught doing so', async () => {
    const careless = ({ ktEvent }: SchedulerOptions) => ({
      async tick() {
        for (const { id } of await ktEvent.due()) await ktEvent.advance(id);
      },
    });

    expect(await mostAtOnce(careless)).toBe(2);
  });

  it('goes on with the others when one fails or is slow', async () => {
    const slow = createGate();
    const advanced: string[] = [];
    const onError = vi.fn<SchedulerOptions['onError']>();
    const failure = new Error('broken');
    const scheduler = createScheduler({
      ktEvent: aPort(['bad', 'slow', 'good'], async (id) => {
        if (id === 'bad') throw failure;
        if (id === 'slow') await slow.opened;
        advanced.push(id);
      }),
      onError,
    });

    const tick = scheduler.tick();
    await expect.poll(() => advanced).toEqual(['good']);
    slow.open();
    await tick;

    expect(advanced).toEqual(['good', 'slow']);
    expect(onError.mock.calls).toEqual([[failure, 'bad']]);
  });

  it('asks for news while it carries campaigns on, once at a time, and lets go when it stops', async () => {
    const advanced: string[] = [];
    const onError = vi.fn<SchedulerOptions['onError']>();
    const refreshPublications = vi.fn(
      (_id: string, { signal }: { readonly signal?: AbortSignal | undefined } = {}) =>
        new Promise<never>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const port = aPort(['a'], async (id) => void advanced.push(id));
    const pending = async () => [{ id: 'slow' }] as Campaign[];
    const scheduler = createScheduler({
      ktEvent: { ...port, pending, refreshPublications },
      now: () => minutesLater(10 * advanced.length),
      onError,
    });

    const ticks = [scheduler.tick()];
    await expect.poll(() => advanced).toEqual(['a']);
    ticks.push(scheduler.tick());
    await expect.poll(() => advanced).toEqual(['a', 'a']);
    await scheduler.stop();
    await Promise.all(ticks);

    expect(refreshPublications.mock.calls.map(([id]) => id)).toEqual(['slow']);
    expect(onError).not.toHaveBeenCalled();
  });

  it('looks again after a look that failed', async () => {
    const onError = vi.fn<SchedulerOptions['onError']>();
    const due = vi.fn<KtEvent['due']>().mockRejectedValueOnce(new Error('disk')).mockResolvedValue([]);
    const scheduler = createScheduler({ ktEvent: { ...aPort([], async () => undefined), due }, onError });

    await scheduler.tick();
    await scheduler.tick();

    expect([due.mock.calls.length, onError.mock.calls.length]).toEqual([2, 1]);
    expect(onError.mock.calls[0]?.[1]).toBeUndefined();
  });

  it('says nothing of a campaign that another process carries on', async () => {
    const onError = vi.fn<SchedulerOptions['onError']>();
    const scheduler = createScheduler({
      ktEvent: aPort(['a'], async () => {
        throw new StoreError('STORE_004', { runId: 'run-1' });
      }),
      onError,
    });

    await scheduler.tick();

    expect(onError).not.toHaveBeenCalled();
  });

  it('tells of a provider that is paused for long, and carries campaigns on all the same', async () => {
    const onError = vi.fn<SchedulerOptions['onError']>();
    const advanced: string[] = [];
    const port = aPort(['a'], async (id) => void advanced.push(id));
    const scheduler = createScheduler({
      ktEvent: { ...port, providers: async () => [aPaused()] },
      now: () => minutesLater(6),
      onError,
    });

    await scheduler.tick();
    await scheduler.tick();

    expect(onError.mock.calls).toMatchObject([[{ code: 'PROVIDER_003' }, undefined]]);
    expect(advanced).toEqual(['a', 'a']);
  });

  it('interrupts and awaits the work in hand when it stops, and does nothing afterwards', async () => {
    const onError = vi.fn<SchedulerOptions['onError']>();
    const cleaned = createGate();
    let started = 0;
    let ended = false;
    const scheduler = createScheduler({
      ktEvent: aPort(['a'], async (_, signal) => {
        started += 1;
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        await cleaned.opened;
        ended = true;
        signal?.throwIfAborted();
      }),
      everyMs: 5,
      onError,
    });
    scheduler.start();
    await expect.poll(() => started).toBe(1);

    const stopped = scheduler.stop();
    setImmediate(cleaned.open);
    await stopped;
    const endedBefore = ended;
    await scheduler.tick();

    expect([endedBefore, started]).toEqual([true, 1]);
    expect(onError).not.toHaveBeenCalled();
  });
});

describe('a scheduler on a real store', () => {
  let stage: Stage | undefined;
  afterEach(() => stage?.close());

  it('takes a campaign through its days, while another server on the same store does the same', async () => {
    stage = await openStage();
    const { ktEvent, publish, moveTo } = stage;
    const { id, slug } = await publish(aLottery());
    const onError = vi.fn<SchedulerOptions['onError']>();
    const clients = [ktEvent, await stage.openAnother()];
    const schedulers = clients.map((client) => createScheduler({ ktEvent: client, onError }));
    const look = async (instant: string) => {
      moveTo(instant);
      for (let no = 0; no < 2; no += 1) await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
      return (await ktEvent.find(id))?.state;
    };

    const states = [await look(whileOpen)];
    for (let no = 1; no <= 5; no += 1) await ktEvent.participate(slug, aPerson(no));
    states.push(await look(afterClosing), await look(afterDraw));
    states.push(await look('2027-01-04T09:00:00+09:00'));
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()));

    expect(states).toEqual(['open', 'closed', 'drawn', 'settled']);
    expect(onError).not.toHaveBeenCalled();
    expect((await ktEvent.status(id)).effects.filter(({ state }) => state !== 'acked')).toEqual([]);
  });
});
