import { describe, expect, it } from 'vitest';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { optionsFor } from '../../testing/channel-subject.js';
import type { ChannelAdapter, ChannelPost } from '../channel.js';
import {
  callsOf,
  type InstagramStage,
  openInstagramStage,
  saying,
  user,
  withStage,
} from './__fixtures__/open-instagram-stage.js';
import { waitsMs } from './make-container.js';

const kinds = ['picture', 'carousel', 'reel'] as const;

for (const kind of kinds)
  channelAdapterContract(`instagram ${kind}`, async () => {
    const stage = await openInstagramStage();
    return { ...stage.subject(stage.posts[kind]), close: stage.close };
  });

/** Times people are reached when one handle is published twice. */
async function reachedBy(adapter: ChannelAdapter, stage: InstagramStage, post: ChannelPost): Promise<number> {
  const options = await optionsFor({ adapter, post }, 'ref');
  const first = await adapter.publish(post, options);
  const second = await adapter.publish(post, options);
  expect(second).toEqual(first);
  return stage.standIn.sandbox.shown().length;
}

describe('a handle', () => {
  it.each(kinds)('of a %s reaches people once, however often it is published', (kind) =>
    withStage(async (stage) => {
      expect(await reachedBy(stage.create(), stage, stage.posts[kind])).toBe(1);
    }),
  );

  it('that is not honoured is noticed', () =>
    withStage(async (stage) => {
      const adapter = stage.create();
      const careless: ChannelAdapter = {
        ...adapter,
        publish: async (post, options) =>
          adapter.publish(post, { ...options, handle: await adapter.prepare?.(post) }),
      };

      await expect(reachedBy(careless, stage, stage.posts.picture)).rejects.toThrow();
      expect(stage.standIn.sandbox.shown()).toHaveLength(2);
    }));

  it('lives a little shorter than its container', () =>
    withStage(async (stage) => {
      const adapter = stage.create();
      const options = await optionsFor({ adapter, post: stage.posts.picture }, 'ref');
      stage.advance(adapter.handleLifeMs ?? 0);
      await adapter.publish(stage.posts.picture, options);
      const late = await optionsFor({ adapter, post: stage.posts.picture }, 'late');
      stage.advance(86_400_000);

      await expect(adapter.publish(stage.posts.picture, late)).rejects.toMatchObject({
        code: 'PROVIDER_001',
      });
      expect(stage.standIn.sandbox.shown()).toHaveLength(1);
    }));
});

describe('what is posted', () => {
  it('is a carousel of the first ten pictures in their order', () =>
    withStage(async (stage) => {
      const [picture] = stage.posts.picture.images;
      const images = Array.from({ length: 12 }, (_, index) => ({
        ...(picture ?? expect.fail()),
        url: `${picture?.url}?n=${index}`,
      }));
      const post = { ...stage.posts.carousel, images };
      const adapter = stage.create();
      await adapter.publish(post, await optionsFor({ adapter, post }, 'ref'));

      expect(stage.standIn.sandbox.shown()[0]?.media).toHaveLength(10);
      const fetched = stage.standIn.sandbox
        .requests('instagram')
        .flatMap(({ body }) => new URLSearchParams(body).get('image_url')?.split('?')[1] ?? []);
      expect(fetched).toEqual(images.slice(0, 10).map((_, index) => `n=${index}`));
    }));

  it('is the reel where there are pictures too, and the hashtags stand below the text', () =>
    withStage(async (stage) => {
      const post = { ...stage.posts.carousel, videos: stage.posts.reel.videos };
      const adapter = stage.create();
      await adapter.publish(post, await optionsFor({ adapter, post }, 'ref'));

      const bodies = JSON.stringify(stage.standIn.sandbox.requests('instagram'));
      expect(bodies).toContain('REELS');
      expect(bodies).not.toContain('image_url');
      expect(bodies).not.toContain('access_token');
      expect(stage.standIn.sandbox.shown()[0]?.text).toContain('\n\n#행복분식 #겨울이벤트');
    }));

  it('is found by its caption after a lost answer, though a newer post is up', () =>
    withStage(async (stage) => {
      const { sandbox } = stage.standIn;
      const adapter = stage.create();
      const lost = stage.posts.reel;
      const newer = saying(lost, '다른 이벤트');
      const options = await optionsFor({ adapter, post: lost }, 'ref');
      const match = { path: `${user}/media_publish` };
      sandbox.addFault({ provider: 'instagram', match, fault: { kind: 'accept_then_drop' } });
      await adapter.publish(lost, options).catch(() => undefined);
      await adapter.publish(newer, await optionsFor({ adapter, post: newer }, 'other'));

      const found = await adapter.find?.(lost, options);

      expect(found?.externalId).toBe(sandbox.publications()[0]?.externalId);
      expect(found?.url).toContain('/p/');
    }));

  it('is not looked for while a lost request may still be at work', () =>
    withStage(async (stage) => {
      const adapter = stage.create();
      const options = await optionsFor({ adapter, post: stage.posts.picture }, 'ref');
      const match = { path: `${user}/media_publish` };
      stage.standIn.sandbox.addFault({ provider: 'instagram', match, fault: { kind: 'accept_then_drop' } });
      await adapter.publish(stage.posts.picture, options).catch(() => undefined);
      stage.advance(10_000);

      await adapter.find?.(stage.posts.picture, options);
      await adapter.find?.(stage.posts.picture, options);

      expect(stage.waits).toEqual([20_000]);
    }));

  it('is refused before anything is sent when Instagram would refuse it', () =>
    withStage(async (stage) => {
      const bad = { ...stage.posts.picture, images: [] };

      const failures = [
        stage.create().prepare?.(bad),
        stage.create().publish(bad, { reference: 'r', handle: '1' }),
      ];

      for (const failure of failures) await expect(failure).rejects.toMatchObject({ code: 'USER_032' });
      expect(stage.standIn.sandbox.requests('instagram')).toEqual([]);
    }));
});

describe('a container', () => {
  it('of a reel is waited for as long as the guide says', () =>
    withStage(async (stage) => {
      await stage.create().prepare?.(stage.posts.reel);

      expect(stage.waits).toEqual([20_000]);
      for (const waits of Object.values(waitsMs))
        expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(5 * 60_000);
    }));

  it('that stays in progress is given up after five minutes', () =>
    withStage(async (stage) => {
      const stuck = stage.create().prepare?.(saying(stage.posts.carousel, '[sandbox:stuck]'));

      await expect(stuck).rejects.toMatchObject({ code: 'PROVIDER_002' });
      expect(stage.waits).toEqual(waitsMs.carousel);
    }));

  it.each([
    ['[sandbox:error=2207026]', 'PROVIDER_001'],
    ['[sandbox:error=2207053]', 'PROVIDER_002'],
    ['[sandbox:expired]', 'PROVIDER_001'],
  ])('that fails with %s says %s', (words, code) =>
    withStage(async (stage) => {
      const failure = stage.create().prepare?.(saying(stage.posts.picture, words));

      await expect(failure).rejects.toMatchObject({ code });
    }),
  );

  it('that is not ready at the time of publishing is looked at again before each further try', () =>
    withStage(async (stage) => {
      const adapter = stage.create();
      const options = await optionsFor({ adapter, post: stage.posts.picture }, 'ref');
      const body = { error: { code: 24, error_subcode: 2207008, message: 'not ready' } };
      const fault = { kind: 'status', code: 400, body } as const;
      const match = { path: `${user}/media_publish` };
      stage.standIn.sandbox.addFault({ provider: 'instagram', match, fault, times: 2 });
      const before = callsOf(stage).length;

      await adapter.publish(stage.posts.picture, options);

      const container = `GET /v26.0/${options.handle}`;
      const publish = `POST ${user}/media_publish`;
      expect(callsOf(stage).slice(before, before + 7)).toEqual([
        ...[container, `GET ${user}/content_publishing_limit`, publish],
        ...[container, publish, container, publish],
      ]);
      expect(stage.waits).toEqual([30_000, 30_000]);
    }));
});
