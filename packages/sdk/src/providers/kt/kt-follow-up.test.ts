import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fc } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canBecome } from '../../schema/publication-ways.js';
import { noon, openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import type { ChannelAdapter, ChannelPost } from '../channel.js';
import { createKt, image, posts } from './__fixtures__/kt-posts.js';

describe('an order at kt', () => {
  let now = noon;
  let standIn: StandIn;
  beforeEach(async () => {
    now = noon;
    standIn = await openStandIn(() => now);
  });
  afterEach(() => standIn.close());

  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
  };
  const day = 24;
  const post = posts.wooridongne_tv;
  const publish = async (adapter: ChannelAdapter, over: Partial<ChannelPost> = {}, reference = 'r') =>
    (await adapter.publish({ ...post, ...over }, { reference })).externalId;

  it('follows a spot through its review to the screen', async () => {
    const adapter = createKt(standIn, 'wooridongne_tv');
    const externalId = await publish(adapter, { period: { start: '2026-12-10', end: '2026-12-14' } });
    const placements = [];
    for (const hours of [0, 2, 7 * day, 2 * day, 7 * day]) {
      later(hours);
      placements.push(await adapter.track?.(externalId));
    }

    expect(placements.map((one) => one?.state)).toEqual([
      'submitted',
      'in_review',
      'scheduled',
      'published',
      'published',
    ]);
    expect(placements[2]?.scheduledFor).toBe('2026-12-09T15:00:00.000Z');
  });

  it('shows the very file that was approved, for as long as it was booked', async () => {
    const bytes = Buffer.alloc(24);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    bytes.writeUInt32BE(1920, 16);
    bytes.writeUInt32BE(1080, 20);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const server = createServer((_request, response) => response.end(bytes)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/screen.png`;
    await publish(createKt(standIn, 'wooridongne_tv'), {
      images: [{ ...image, url, sha256, bytes: bytes.length }],
    });
    server.close();
    later(10 * day);
    const during = standIn.sandbox.shown();
    later(10 * day);

    expect(during).toMatchObject([{ channel: 'WOORIDONGNE_TV', text: post.text, media: [sha256] }]);
    expect(standIn.sandbox.shown()).toEqual([]);
  });

  it('tells in plain words why a spot was rejected', async () => {
    const adapter = createKt(standIn, 'ringo_biz');
    const text = '서울 최고의 떡볶이, 무조건 당첨! SANDBOX_REJECT_LAW_REVIEW';
    const externalId = await publish(adapter, { images: [], text });
    later(2 * day);

    expect(await adapter.track?.(externalId)).toEqual({
      externalId,
      state: 'refused',
      reason: '심사 거절: 광고 법규에 어긋나는 표현 (LAW_REVIEW)',
    });
  });

  describe('takes a spot back', () => {
    const withdraw = (adapter: ChannelAdapter, externalId: string) =>
      adapter.withdraw?.(externalId, { reference: 'w' }) ?? Promise.reject(new Error('it cannot'));

    it('once, however often it is asked', async () => {
      const adapter = createKt(standIn, 'wooridongne_tv');
      const externalId = await publish(adapter);
      await withdraw(adapter, externalId);
      await withdraw(adapter, externalId);
      later(10 * day);

      expect(await adapter.track?.(externalId)).toEqual({ externalId, state: 'withdrawn' });
      expect(standIn.sandbox.shown()).toEqual([]);
    });

    it('though the answer is lost', async () => {
      const adapter = createKt(standIn, 'wooridongne_tv');
      const externalId = await publish(adapter);
      const match = { method: 'DELETE' };
      standIn.sandbox.addFault({ provider: 'kt', match, fault: { kind: 'accept_then_drop' } });

      await withdraw(adapter, externalId);

      expect((await adapter.track?.(externalId))?.state).toBe('withdrawn');
    });

    it.each([
      ['was never there', 0, '', 'kt_never'],
      ['was rejected', 9 * day, ' SANDBOX_REJECT_BRAND', undefined],
      ['has ended', 30 * day, '', undefined],
    ])('without a fuss when it %s', async (_what, hours, mark, unknown) => {
      const adapter = createKt(standIn, 'wooridongne_tv');
      const externalId = await publish(adapter, { text: `${post.text}${mark}` });
      later(hours);

      await expect(withdraw(adapter, unknown ?? externalId)).resolves.toBeUndefined();
    });

    it('not once it is on the air: a person must ask for that', async () => {
      const adapter = createKt(standIn, 'wooridongne_tv');
      const externalId = await publish(adapter);
      later(10 * day);

      await expect(withdraw(adapter, externalId)).rejects.toMatchObject({
        code: 'USER_044',
        context: { channel: 'wooridongne_tv' },
      });
      expect(standIn.sandbox.shown()).toHaveLength(1);
    });

    it('and is in doubt while another request is at work', async () => {
      const adapter = createKt(standIn, 'wooridongne_tv');
      const externalId = await publish(adapter);
      const match = { method: 'DELETE' };
      standIn.sandbox.addFault({ provider: 'kt', match, fault: { kind: 'status', code: 409 } });

      await expect(withdraw(adapter, externalId)).rejects.toMatchObject({ code: 'PROVIDER_006' });
    });
  });

  /** Looks at a spot at any moments, taking it back at one of them, and keeps to the ways of a publication. */
  async function expectWays(track: (adapter: ChannelAdapter) => NonNullable<ChannelAdapter['track']>) {
    const looks = fc.array(fc.integer({ min: 0, max: 6 * day }), { minLength: 2, maxLength: 8 });
    const marks = fc.constantFrom('', 'SANDBOX_REJECT_BRAND');
    await fc.assert(
      fc.asyncProperty(looks, marks, fc.nat(12), async (waits, mark, backAt) => {
        now = noon;
        standIn.sandbox.reset();
        const adapter = createKt(standIn, 'genie_tv');
        const look = track(adapter);
        const externalId = await publish(adapter, { text: `${post.text}${mark}` });
        let state = 'submitted' as Awaited<ReturnType<typeof look>>['state'];
        for (const [index, hours] of waits.entries()) {
          later(hours);
          if (index === backAt)
            await adapter.withdraw?.(externalId, { reference: 'w' }).catch(() => undefined);
          const next = (await look(externalId)).state;
          expect(canBecome(state, next), `${state} > ${next}`).toBe(true);
          state = next;
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  }

  const trackOf = (adapter: ChannelAdapter) => {
    if (!adapter.track) throw new Error('it does not tell');
    return adapter.track;
  };

  it('never reports what its state cannot become, whenever it is looked at', async () => {
    await expectWays(trackOf);
  });

  it('would be caught taking a rejection for a new submission, or what has ended for a plan', async () => {
    const broken =
      (wrong: Readonly<Record<string, 'submitted' | 'scheduled'>>) => (adapter: ChannelAdapter) => {
        const track = trackOf(adapter);
        let looks = 0;
        return async (externalId: string) => {
          const placement = await track(externalId);
          looks += 1;
          const state = wrong[placement.state];
          return looks > 3 && state ? { ...placement, state } : placement;
        };
      };

    await expect(expectWays(broken({ refused: 'submitted' }))).rejects.toThrow();
    await expect(expectWays(broken({ published: 'scheduled' }))).rejects.toThrow();
  });
});
