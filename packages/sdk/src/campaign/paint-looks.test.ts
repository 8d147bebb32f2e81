import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeJpeg } from '../render/jpeg/encode-jpeg.js';
import type { Brief } from '../schema/brief.js';
import type { Campaign } from '../schema/campaign.js';
import {
  type CampaignWorld,
  type Life,
  type LifeOptions,
  openCampaignWorld,
} from '../testing/campaign-world.js';
import type { Death } from '../testing/dying-store.js';
import { createForgetfulStore } from '../testing/forgetful-store.js';
import { inLife } from '../testing/in-life.js';
import { aSmallBrief } from '../testing/small-brief.js';
import { smallRenderer as renderer } from '../testing/small-renderer.js';

const brief = aSmallBrief({ channels: ['instagram'], video: false, design: {} });
/** Those with room for a picture, so that all the looks of a campaign show one. */
const families = new Set(['magazine', 'photo', 'snapshot']);
const picturesOf = (creatives: Campaign['creatives']) => creatives.filter(({ look }) => look !== undefined);
const mark = 'AI로 그린 그림 · 실제와 다를 수 있음';

describe('a campaign whose pictures a model paints', () => {
  let world: CampaignWorld;
  beforeEach(async () => {
    world = await openCampaignWorld();
  });
  afterEach(() => world.close());

  const environment = (over: Record<string, string> = {}) => ({
    ...world.sandbox.environment(),
    KT_EVENT_IMAGE_MODEL: 'openai',
    ...over,
  });
  const orders = () => world.sandbox.requests('openai').filter(({ path }) => path === '/images/generations');
  const strike = (fault: Fault) =>
    world.sandbox.addFault({ provider: 'openai', match: { path: '/images' }, fault, times: 50 });

  /** A campaign with its creatives, in a life of its own. */
  const made = <T>(
    use: (life: Life, campaign: Campaign) => Promise<T>,
    wanted: Brief = brief,
    over = {},
  ): Promise<T> =>
    inLife(world, { environment: environment(over), renderer }, async (life) =>
      use(life, await life.make(wanted)),
    );

  it('asks once for each look that has room, and says on every file who painted', async () => {
    await made(async ({ ktEvent }, { id, creatives, folder }) => {
      const painted = creatives.filter(({ paintedBy }) => paintedBy !== undefined);
      const { effects } = await ktEvent.status(id);

      expect(orders()).toHaveLength(3);
      expect(new Set(orders().map(({ body }) => String(body))).size).toBe(3);
      expect(new Set(painted.map(({ look }) => look))).toEqual(families);
      expect(picturesOf(creatives).every(({ paintedBy }) => paintedBy !== undefined)).toBe(true);
      expect(painted.map((one) => [one.kind, one.mode, one.madeBy, one.aiLabel])).toContainEqual([
        'image',
        'sandbox',
        'template + openai/gpt-image-2',
        mark,
      ]);
      for (const { path, text, mediaType } of painted) {
        const bytes = await readFile(join(folder, path));
        expect(text).toContain(mark);
        if (mediaType !== 'application/pdf')
          expect(bytes.includes('digitalsourcetype/trainedAlgorithmicMedia')).toBe(true);
      }
      expect(creatives.find(({ kind }) => kind === 'text')?.text).toContain('[AI로 그린 그림이 있습니다');
      expect(effects.filter(({ key }) => key.startsWith('paint/'))).toMatchObject([
        { key: 'paint/picture-1', state: 'acked', settledKrw: 103 },
        { key: 'paint/picture-2', state: 'acked', settledKrw: 103 },
        { key: 'paint/picture-3', state: 'acked', settledKrw: 103 },
      ]);
    });
  });

  it('asks for no more pictures than looks are wanted', async () => {
    await made(async () => expect(orders()).toHaveLength(1), { ...brief, design: { looks: 1 } });
  });

  it('shows nobody a picture that the store has not said yes to', async () => {
    await made(async (life, { id, approval }) => {
      const { run, publications, campaign } = await life.step(id);
      const { ktEvent } = life;
      const contentHash = ktEvent.contentHash(campaign);

      expect([run?.state, run?.waitingFor, publications]).toEqual(['waiting', 'approval', []]);
      expect(world.sandbox.publications()).toEqual([]);
      expect(contentHash).not.toBe(approval?.contentHash);

      await ktEvent.approve(id, { contentHash, by: 'owner' });
      const after = await life.step(id);
      expect(after.publications.map(({ state }) => state)).toEqual(['published']);
    });
  });

  it('tells the model nothing that anybody outside has written', async () => {
    await made(async (_life, { brief: { store, name } }) => {
      const asked = orders().map(({ body }) => String(body));

      expect(asked).toHaveLength(3);
      for (const order of asked) {
        for (const outside of [name, store.name, store.region, store.phone])
          expect(order).not.toContain(outside);
        expect(order).toMatch(/text, letters, words/);
        expect(JSON.parse(order).prompt).not.toMatch(/[^\x20-\x7e]/);
      }
    });
  });

  it.each<[string, Fault, string]>([
    ['loses its answer', { kind: 'accept_then_drop' }, 'PROVIDER_006'],
    [
      'refuses for its rules',
      { kind: 'status', code: 400, body: { error: { code: 'moderation_blocked' } } },
      'PROVIDER_001',
    ],
    ['has no money left', { kind: 'quota' }, 'PROVIDER_001'],
    ['sends half a picture', { kind: 'truncated_json' }, 'PROVIDER_004'],
    ['hides a failure under 200', { kind: 'body_error' }, 'PROVIDER_004'],
    ['has withdrawn the key', { kind: 'status', code: 401 }, 'AUTH_002'],
  ])('has our own drawing, and says why, when the model %s', async (_, fault, code) => {
    strike(fault);
    await made(async (life, { id, creatives }) => {
      const pictures = picturesOf(creatives);
      const { run, publications } = await life.step(id);

      expect(new Set(pictures.map(({ look }) => look))).toEqual(families);
      for (const one of pictures)
        expect(one).toMatchObject({ madeBy: 'template', unpainted: { provider: 'openai', code } });
      expect(creatives.some(({ paintedBy, aiLabel }) => paintedBy ?? aiLabel)).toBe(false);
      expect(creatives.find(({ kind }) => kind === 'text')?.text).not.toContain('AI로 그린');
      expect([run?.waitingFor, publications.map(({ state }) => state)]).not.toEqual(['approval', []]);
      expect(orders()).toHaveLength(3);
    });
  });

  it('takes no black picture for one: it is paid for, and our own stands there', async () => {
    const black = encodeJpeg({ pixels: new Uint8Array(64 * 64 * 4), width: 64, height: 64 });
    strike({
      kind: 'status',
      code: 200,
      body: { data: [{ b64_json: Buffer.from(black).toString('base64') }] },
    });
    await made(async ({ ktEvent }, { id, creatives }) => {
      const effects = (await ktEvent.status(id)).effects.filter(({ key }) => key.startsWith('paint/'));

      expect(picturesOf(creatives).every(({ unpainted }) => unpainted?.code === 'PROVIDER_004')).toBe(true);
      expect(effects.map(({ settledKrw }) => settledKrw)).toEqual([103, 103, 103]);
    });
  });

  it.each([
    [102, 0],
    [103, 1],
    [308, 2],
    [309, 3],
  ])('buys no more than a cap of %i won allows: %i of three, the first looks first', async (cap, bought) => {
    await made(
      async (_life, { creatives }) => {
        const pictures = picturesOf(creatives);
        const looks = [...new Set(pictures.map(({ look }) => look))];
        const painted = pictures.filter(({ paintedBy }) => paintedBy !== undefined);
        const dear = pictures.filter(({ unpainted }) => unpainted?.code === 'USER_017');

        expect(orders()).toHaveLength(bought);
        expect(new Set(painted.map(({ look }) => look))).toEqual(new Set(looks.slice(0, bought)));
        expect(new Set(dear.map(({ look }) => look))).toEqual(new Set(looks.slice(bought)));
      },
      brief,
      { KT_EVENT_PAINT_CAP_KRW: String(cap) },
    );
  });

  it('leaves the mark out only for a reason on record, and never the one that programs read', async () => {
    const waivers = ['AI-001', 'AI-002'].map((rule) => ({
      rule,
      reason: '추상적인 무늬라서 실제 상품으로 보일 수 없음',
      by: '김사장',
      on: '2026-11-23',
    }));
    await made(
      async (_life, { creatives, folder, plan }) => {
        const [painted] = creatives.filter(({ paintedBy }) => paintedBy !== undefined);

        expect(painted).not.toHaveProperty('aiLabel');
        expect((await readFile(join(folder, painted?.path ?? ''))).includes('trainedAlgorithmicMedia')).toBe(
          true,
        );
        expect(plan?.findings.map(({ ruleId, severity }) => [ruleId, severity])).toContainEqual([
          'AI-001',
          'warn',
        ]);
      },
      { ...brief, waivers },
    );
  });

  /** What is wrong after a process died before, in and after the buying, and another took over. */
  async function faultsOf(spoil?: LifeOptions['spoil']): Promise<string[]> {
    const planned = await world.live({ environment: environment(), renderer });
    await planned.make(brief);
    const { writes } = planned;
    await planned.end();
    const intents = writes
      .flatMap((write, index) => (write.startsWith('journal.intend') ? [index + 1] : []))
      .slice(-3);
    const end = writes.lastIndexOf('journal.recordStep generate') + 1;
    const deaths: Death[] = [
      ...intents.flatMap((intent): Death[] => [
        { write: intent, when: 'after' },
        { write: intent + 1, when: 'before' },
        { write: intent + 1, when: 'after' },
      ]),
      { write: end, when: 'before' },
    ];
    expect([intents.length, end > Math.max(...intents) + 1]).toEqual([3, true]);
    const faults: string[] = [];
    for (const death of deaths) {
      await world.rewind();
      const dying = await world.live({ environment: environment(), renderer, death, spoil });
      await dying.make(brief).catch(() => undefined);
      await dying.end();
      const next = await world.live({ environment: environment(), renderer, spoil });
      const { creatives } = await next.make(brief);
      await next.end();
      const told = picturesOf(creatives);
      const isTold = told.every(
        ({ paintedBy, unpainted }) => paintedBy !== undefined || unpainted !== undefined,
      );
      const asked = orders().map(({ body }) => String(body));
      if (new Set(asked).size < asked.length || told.length === 0 || !isTold)
        faults.push(`${JSON.stringify(death)}: ${asked.length}`);
    }
    return faults;
  }

  it('is paid for once, wherever the process dies', async () => {
    expect(await faultsOf()).toEqual([]);
  });

  it('would be caught paying twice by a ledger that forgets', async () => {
    expect((await faultsOf(createForgetfulStore)).length).toBeGreaterThan(0);
  });
});
