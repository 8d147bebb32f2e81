import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from './client.js';
import type { KtEvent } from './kt-event.js';
import type { FilmMaker } from './providers/film-maker.js';
import type { Brief } from './schema/brief.js';
import type { Channel } from './schema/primitives.js';
import { blankRenderer } from './testing/blank-renderer.js';
import { createFakeFilms } from './testing/fake-films.js';
import { aSmallBrief } from './testing/small-brief.js';

const jobs = 50;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Films that take their time, and how many were being made at once. */
function slowFilms(): FilmMaker & { readonly most: () => number } {
  const fake = createFakeFilms();
  let [now, most] = [0, 0];
  return {
    most: () => most,
    async make(request, options) {
      now += 1;
      most = Math.max(most, now);
      try {
        for (let turn = 0; turn < 20; turn += 1) {
          options?.signal?.throwIfAborted();
          await new Promise(setImmediate);
        }
        return await fake.make(request, options);
      } finally {
        now -= 1;
      }
    },
  };
}

/** One that is never done unless it is told that nobody wants it. */
const endlessFilms: FilmMaker = {
  make: (_request, { signal } = {}) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
};

describe('creatives that are asked for', () => {
  let root: string;
  let ktEvent: KtEvent;
  const open = (films: FilmMaker) =>
    openClient({
      folder: join(root, 'data'),
      output: join(root, 'out'),
      films,
      renderer: blankRenderer,
      now: () => new Date('2026-11-24T10:00:00+09:00'),
      sleep: async () => undefined,
    });
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'generation-'));
  });
  afterEach(async () => {
    await ktEvent.close();
    await rm(root, { recursive: true });
  });

  async function approved(channels: readonly Channel[], over: Partial<Brief> = {}): Promise<string> {
    const { id } = await ktEvent.create(aSmallBrief({ channels, ...over }));
    const { campaign } = await ktEvent.advance(id, { until: 'plan' });
    await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
    return id;
  }

  async function end(runId: string) {
    const seen = [];
    for await (const generation of ktEvent.watchGeneration(runId)) seen.push(generation);
    return seen;
  }

  it('are promised at once and made meanwhile, each told on the way', async () => {
    ktEvent = await open(slowFilms());
    const id = await approved(['instagram', 'naver_blog']);

    const [first, again] = await Promise.all([ktEvent.generate(id), ktEvent.generate(id)]);
    const early = await ktEvent.generation(first.runId);
    const seen = await end(first.runId);

    expect(first.runId).toMatch(uuid);
    expect(again).toEqual(first);
    expect(early.items.every(({ state }) => state !== 'made')).toBe(true);
    expect(seen.at(-1)?.state).toBe('ended');
    expect(seen.at(-1)?.items).toEqual([
      { item: 'instagram/text', state: 'made' },
      { item: 'instagram/image', state: 'made' },
      { item: 'instagram/video', state: 'made' },
      { item: 'naver_blog/text', state: 'made' },
      { item: 'naver_blog/image', state: 'made' },
      { item: 'print/poster', state: 'made' },
    ]);
    expect(seen.length).toBeGreaterThan(2);
    expect((await ktEvent.status(id)).campaign.creatives).not.toEqual([]);
    expect((await ktEvent.due()).map((campaign) => campaign.id)).toEqual([]);
  });

  it('of fifty campaigns are all made, those without a film before those with one', async () => {
    const films = slowFilms();
    ktEvent = await open(films);
    const large = await approved(['instagram']);
    const ids = [large];
    for (let no = 1; no < jobs; no += 1) ids.push(await approved(no < 40 ? ['instagram'] : ['ringo_biz']));
    const order: string[] = [];

    const runs = await Promise.all(ids.map((id) => ktEvent.generate(id)));
    await Promise.all(
      runs.map(async ({ runId }, index) => {
        const last = (await end(runId)).at(-1);
        if (last?.state === 'ended') order.push(index < 40 ? 'film' : 'words');
      }),
    );

    expect(order).toHaveLength(jobs);
    expect(films.most()).toBeLessThanOrEqual(4);
    // four had begun before the others came
    expect(order.indexOf('words')).toBeLessThan(8);
    expect(order.lastIndexOf('words')).toBeLessThan(20);
  }, 300_000);

  it('go on in the next process, and cost nothing twice', async () => {
    ktEvent = await open(endlessFilms);
    const id = await approved(['instagram']);
    const { runId } = await ktEvent.generate(id);
    await ktEvent.close();
    ktEvent = await open(createFakeFilms());
    const left = await ktEvent.generation(runId);

    await ktEvent.resumeGenerations();
    const seen = await end(runId);

    expect(left.state).toBe('queued');
    expect(seen.at(-1)?.state).toBe('ended');
    expect(await ktEvent.generate(id)).not.toEqual({ runId }); // done is done: asking anew is another run
    expect((await ktEvent.effects({ campaignId: id })).length).toBeLessThanOrEqual(1);
  });

  it('can be stopped, and asked for again', async () => {
    ktEvent = await open(endlessFilms);
    const id = await approved(['instagram']);
    const { runId } = await ktEvent.generate(id);

    const stopped = await ktEvent.cancelGeneration(runId);
    const { runId: next } = await ktEvent.generate(id);

    expect(stopped.state).toBe('cancelled');
    expect(next).not.toBe(runId);
    expect((await ktEvent.status(id)).campaign.creatives).toEqual([]);
  });

  it('need an approval and a run that is known', async () => {
    ktEvent = await open(createFakeFilms());
    const { id } = await ktEvent.create(aSmallBrief({ channels: ['instagram'] }));

    await expect(ktEvent.generate(id)).rejects.toMatchObject({ code: 'USER_008' });
    await expect(ktEvent.generation(`run-${id}`)).rejects.toMatchObject({ code: 'USER_002' });
  });
});
