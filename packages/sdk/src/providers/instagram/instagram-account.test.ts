import { describe, expect, it } from 'vitest';
import { optionsFor } from '../../testing/channel-subject.js';
import type { ChannelPost } from '../channel.js';
import {
  callsOf,
  type InstagramStage,
  saying,
  user,
  withStage,
} from './__fixtures__/open-instagram-stage.js';

describe('the quota of the account', () => {
  const full = (stage: InstagramStage, after = 0) => {
    const body = { data: [{ quota_usage: 50, config: { quota_total: 50 } }] };
    const match = { path: `${user}/content_publishing_limit` };
    const fault = { kind: 'status', code: 200, body } as const;
    stage.standIn.sandbox.addFault({ provider: 'instagram', match, fault, after });
  };
  const refusal = { code: 'PROVIDER_002', retryAfterMs: 3_600_000 };

  it('is read when it prepares, and again when it publishes', () =>
    withStage(async (stage) => {
      const adapter = stage.create();
      full(stage);
      await expect(adapter.prepare?.(stage.posts.picture)).rejects.toMatchObject(refusal);
      full(stage, 1);
      const options = await optionsFor({ adapter, post: stage.posts.picture }, 'ref');

      await expect(adapter.publish(stage.posts.picture, options)).rejects.toMatchObject(refusal);
      expect(stage.standIn.sandbox.shown()).toEqual([]);
    }));

  it('leaves no doubt about the post when it cannot be read', () =>
    withStage(async (stage) => {
      const adapter = stage.create();
      const options = await optionsFor({ adapter, post: stage.posts.picture }, 'ref');
      const match = { path: `${user}/content_publishing_limit` };
      const fault = { kind: 'html_200' } as const;
      stage.standIn.sandbox.addFault({ provider: 'instagram', match, fault, times: 50 });

      await expect(adapter.publish(stage.posts.picture, options)).rejects.toMatchObject({
        code: 'PROVIDER_002',
      });
    }));
});

describe('a post that is up', () => {
  const place = async (stage: InstagramStage, post: ChannelPost) => {
    const adapter = stage.create();
    const { externalId } = await adapter.publish(post, await optionsFor({ adapter, post }, 'ref'));
    return { adapter, externalId };
  };

  it('is tracked with its address, and one that is gone as withdrawn', () =>
    withStage(async (stage) => {
      const { adapter, externalId } = await place(stage, stage.posts.carousel);

      const there = await adapter.track?.(externalId);
      const gone = await adapter.track?.('17899999920000009');

      expect(there).toMatchObject({ externalId, state: 'published', url: expect.stringContaining('/p/') });
      expect(gone).toEqual({ externalId: '17899999920000009', state: 'withdrawn' });
      expect(adapter.withdraw).toBeUndefined();
    }));

  it('has no figures at first, then those that Instagram tells', () =>
    withStage(async (stage) => {
      const { adapter, externalId } = await place(stage, stage.posts.reel);
      const fresh = await adapter.measure?.(externalId);
      stage.advance(3 * 86_400_000);
      const figures = await adapter.measure?.(externalId);

      expect(fresh).toEqual({});
      expect(Object.keys(figures ?? {}).toSorted()).toEqual(
        ['comments', 'likes', 'reach', 'saves', 'shares', 'views'].toSorted(),
      );
    }));

  it('has none while too few people have seen it', () =>
    withStage(async (stage) => {
      const { adapter, externalId } = await place(stage, saying(stage.posts.picture, '[sandbox:few]'));
      stage.advance(86_400_000);

      expect(await adapter.measure?.(externalId)).toEqual({});
    }));
});

describe('the use of the allowed calls', () => {
  it('slows calls down from 80 % on', () =>
    withStage(async (stage) => {
      await stage.create().prepare?.(saying(stage.posts.picture, '[sandbox:usage=79]'));
      const unhurried = [...stage.waits];
      await stage.create().prepare?.(saying(stage.posts.picture, '[sandbox:usage=96]'));

      expect(unhurried).toEqual([]);
      expect(stage.waits).toEqual([25_500]);
    }));

  it('is waited for as long as Instagram estimates once it is used up, without asking', () =>
    withStage(async (stage) => {
      const adapter = stage.create();
      const failure = adapter.prepare?.(saying(stage.posts.picture, '[sandbox:usage=100]'));
      await expect(failure).rejects.toMatchObject({ code: 'PROVIDER_002', retryAfterMs: 3_570_000 });
      const calls = callsOf(stage).length;

      await expect(adapter.track?.('17899999920000009')).rejects.toMatchObject({ code: 'PROVIDER_002' });

      expect(callsOf(stage)).toHaveLength(calls);
    }));
});
