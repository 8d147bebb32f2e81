import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Brief } from '../schema/brief.js';
import type { Campaign } from '../schema/campaign.js';
import type { Creative } from '../schema/creative.js';
import type { Life } from '../testing/campaign-world.js';
import { inLife } from '../testing/in-life.js';
import { openProgramStandIn } from '../testing/program-stand-in.js';
import { aSmallBrief } from '../testing/small-brief.js';
import { clipBrief as brief, type ClipStage, openClipStage } from './__fixtures__/open-clip-stage.js';

const mark = 'AI로 만든 영상 · 실제와 다를 수 있음';
const priceKrw = 1_835;

/** Five seconds of one colour. */
const seesNothing = 'cat > /dev/null; head -c 153600 /dev/zero';

describe('a campaign whose films begin with a clip of a model', () => {
  let stage: ClipStage;
  beforeEach(async () => {
    stage = await openClipStage();
  });
  afterEach(() => stage.close());

  const orders = () => stage.requests('POST');
  const strike = (method: 'GET' | 'POST', fault: Fault, times = 500) =>
    stage.world.sandbox.addFault({ provider: 'runway', match: { method }, fault, times });
  const filmsOf = ({ creatives }: Pick<Campaign, 'creatives'>): Creative[] =>
    creatives.filter(({ kind }) => kind === 'video');
  const textOf = ({ creatives }: Campaign, channel: string) =>
    creatives.find((one) => one.channel === channel && one.kind === 'text')?.text ?? expect.fail();
  const costOf = async ({ ktEvent }: Life, { id }: Campaign) =>
    (await ktEvent.status(id)).effects.filter(({ key }) => key === 'paint/clip');

  /** A campaign with its creatives, in a life of its own. */
  const made = <T>(use: (life: Life, campaign: Campaign) => Promise<T>, wanted = brief, over = {}) =>
    inLife(stage.world, { environment: stage.environment(over) }, async (life) =>
      use(life, await life.make(wanted)),
    );

  it('orders one for all its films, and says on each of them who made it', async () => {
    await made(async (life, campaign) => {
      const films = filmsOf(campaign);

      expect(orders()).toHaveLength(1);
      expect(films).toHaveLength(2);
      for (const { mode, madeBy, paintedBy, aiLabel, text, path } of films) {
        const bytes = await readFile(join(campaign.folder, path));
        expect([mode, madeBy, paintedBy, aiLabel]).toEqual([
          'sandbox',
          'template + runway/gen4.5',
          'runway/gen4.5',
          mark,
        ]);
        expect(text).toContain(mark);
        expect(bytes.includes('digitalsourcetype/compositeSynthetic"')).toBe(true);
      }
      expect(textOf(campaign, 'instagram')).toContain('[AI로 만든 영상이 있습니다. 실제와');
      expect(textOf(campaign, 'kakao_channel')).not.toContain('AI로 만든 영상'); // it shows no film
      expect(await costOf(life, campaign)).toMatchObject([{ state: 'acked', settledKrw: priceKrw }]);
    });
  });

  it('is bought beside the pictures, which are told of with it', async () => {
    await made(
      async ({ ktEvent }, campaign) => {
        const bought = (await ktEvent.status(campaign.id)).effects.map(({ key, state }) => [key, state]);

        expect(bought).toContainEqual(['paint/picture-1', 'acked']);
        expect(bought).toContainEqual(['paint/clip', 'acked']);
        expect(textOf(campaign, 'instagram')).toContain('[AI로 그린 그림과 AI로 만든 영상이 있습니다.');
      },
      brief,
      { KT_EVENT_IMAGE_MODEL: 'openai' },
    );
  });

  it('begins with the picture of its look, where the model wants one', async () => {
    const turbo = { KT_EVENT_IMAGE_MODEL: 'openai', RUNWAYML_MODEL: 'gen4_turbo' };
    await made(
      async (_life, campaign) => {
        const painted = await readFile(join(campaign.folder, 'painted/picture-1.jpg'));
        const [order] = orders();

        expect(order?.path).toBe('/v1/image_to_video');
        expect(String(order?.body)).toContain('"model":"gen4_turbo"');
        expect(String(order?.body)).toContain(
          `"promptImage":"data:image/jpeg;base64,${painted.toString('base64', 0, 9_000)}`,
        );
        expect(filmsOf(campaign)[0]?.paintedBy).toBe('runway/gen4_turbo');
      },
      brief,
      turbo,
    );
  });

  it('orders nothing of such a model where nobody paints, and says so', async () => {
    await made(
      async (_life, campaign) => {
        expect(orders()).toEqual([]);
        expect(filmsOf(campaign)[0]?.unpainted).toEqual({ provider: 'runway', code: 'USER_098' });
      },
      brief,
      { RUNWAYML_MODEL: 'gen4_turbo' },
    );
  });

  it('shows nobody a film that the store has not said yes to', async () => {
    await made(async (life, { id, approval }) => {
      const { run, publications, campaign } = await life.step(id);
      const contentHash = life.ktEvent.contentHash(campaign);

      expect([run?.state, run?.waitingFor, publications]).toEqual(['waiting', 'approval', []]);
      expect(contentHash).not.toBe(approval?.contentHash);

      await life.ktEvent.approve(id, { contentHash, by: 'owner' });
      expect((await life.step(id)).publications.length).toBeGreaterThan(0);
    });
  });

  it('tells the model nothing that anybody outside has written, and whole what must not be seen', async () => {
    await made(async (_life, { brief: { store, name } }) => {
      const asked = String(orders()[0]?.body);

      for (const outside of [name, store.name, store.region, store.phone])
        expect(asked).not.toContain(outside);
      expect(JSON.parse(asked)).toMatchObject({ ratio: '720:1280', duration: 5 });
      expect(JSON.parse(asked).promptText).toMatch(/^[\x20-\x7e]+people, faces[\x20-\x7e]+deformed\.$/);
    });
  });

  it('orders nothing that no program here could show, and says so', async () => {
    await made(
      async (_life, campaign) => {
        expect(orders()).toEqual([]);
        expect(filmsOf(campaign)[0]).toMatchObject({
          madeBy: 'template',
          unpainted: { provider: 'runway', code: 'USER_046' },
        });
        expect(textOf(campaign, 'instagram')).not.toContain('AI로 만든');
      },
      brief,
      { PATH: '/nowhere' },
    );
  });

  it.each<[string, Brief]>([
    ['no film is wanted', { ...brief, video: false }],
    ['no channel shows one', aSmallBrief({ channels: ['kakao_channel'] })],
  ])('orders nothing where %s', async (_, wanted) => {
    await made(async () => expect(orders()).toEqual([]), wanted);
  });

  it.each<[string, string, number]>([
    ['the cap', 'openai', priceKrw - 1],
    ['what the cap leaves when the pictures are paid for', 'openai', priceKrw + 102],
  ])('buys none above %s', async (_, model, cap) => {
    const over = { KT_EVENT_IMAGE_MODEL: model, KT_EVENT_PAINT_CAP_KRW: String(cap) };
    await made(
      async (_life, campaign) => {
        expect(orders()).toEqual([]);
        expect(filmsOf(campaign)[0]).toMatchObject({ unpainted: { provider: 'runway', code: 'USER_017' } });
      },
      brief,
      over,
    );
  });

  it.each<[string, 'GET' | 'POST', Fault, string, number]>([
    ['loses its answer', 'POST', { kind: 'accept_then_drop' }, 'PROVIDER_006', priceKrw],
    ['refuses the order', 'POST', { kind: 'status', code: 400 }, 'PROVIDER_001', 0],
    ['has withdrawn the key', 'POST', { kind: 'status', code: 401 }, 'AUTH_002', 0],
    ['hides a failure under 200', 'POST', { kind: 'body_error' }, 'PROVIDER_004', priceKrw],
    [
      'does not like what it has made',
      'GET',
      { kind: 'status', code: 200, body: { status: 'FAILED', failureCode: 'SAFETY.OUTPUT' } },
      'PROVIDER_001',
      priceKrw,
    ],
    ['is down from then on', 'GET', { kind: 'status', code: 503 }, 'PROVIDER_003', priceKrw],
  ])('has our own drawing, and says why, when the model %s', async (_, method, fault, code, cost) => {
    strike(method, fault);
    await made(async (life, campaign) => {
      const [effect] = await costOf(life, campaign);
      const { run, publications } = await life.step(campaign.id);

      expect(orders()).toHaveLength(1);
      expect(filmsOf(campaign).map(({ madeBy, unpainted }) => [madeBy, unpainted])).toEqual([
        ['template', { provider: 'runway', code }],
        ['template', { provider: 'runway', code }],
      ]);
      expect(effect?.settledKrw).toBe(cost);
      expect([run?.waitingFor, publications]).not.toEqual(['approval', []]);
    });
  });

  it('waits for a provider that is away for a minute: the clip is paid for', async () => {
    strike('GET', { kind: 'status', code: 503 }, 8);
    await made(async (_life, campaign) => {
      expect(stage.requests('GET').length).toBeGreaterThan(8);
      expect(filmsOf(campaign)[0]).toMatchObject({ paintedBy: 'runway/gen4.5' });
    });
  });

  it('takes no empty clip for one', async () => {
    const blind = await openProgramStandIn('ffmpeg', seesNothing);
    await made(
      async (life, campaign) => {
        expect(filmsOf(campaign)[0]).toMatchObject({ unpainted: { code: 'PROVIDER_004' } });
        expect(await costOf(life, campaign)).toMatchObject([{ settledKrw: priceKrw }]);
      },
      brief,
      { PATH: blind.folder },
    );
    await blind.remove();
  });

  it('leaves the mark out only for a reason on record, and never the one that programs read', async () => {
    const waivers = ['AI-001', 'AI-002'].map((rule) => ({
      rule,
      reason: '추상적인 무늬라서 실제 상품으로 보일 수 없음',
      by: '김사장',
      on: '2026-11-23',
    }));
    await made(
      async (_life, campaign) => {
        const [film] = filmsOf(campaign);

        expect(film).not.toHaveProperty('aiLabel');
        expect(
          (await readFile(join(campaign.folder, film?.path ?? ''))).includes('compositeSynthetic"'),
        ).toBe(true);
      },
      { ...brief, waivers },
    );
  });
});
