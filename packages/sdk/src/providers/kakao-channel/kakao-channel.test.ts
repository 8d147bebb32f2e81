import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelChecks, faultChecks } from '../../testing/channel-checks.js';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost } from '../../testing/channel-fixtures.js';
import { withNetwork } from '../../testing/channel-subject.js';
import { noon, openStandIn, type StandIn, toSubject } from '../../testing/open-stand-in.js';
import type { KakaoDealer } from '../kakao-dealer.js';
import { aSolapiDealer, dealers, type TestDealer } from './__fixtures__/dealers.js';
import { createKakaoChannel, type KakaoChannelOptions } from './kakao-channel.js';

const audience = ['+821055550001', '010-5555-0002'];
/** Magic numbers of both stand-ins. */
const noFriend = '01000003102';
const silent = '01000003000';

let standIn: StandIn;
let nowMs: number;
const now = () => new Date(nowMs);
const pass = (ms: number) => {
  nowMs += ms;
};
beforeEach(async () => {
  nowMs = noon.getTime();
  standIn = await openStandIn(now);
});
afterEach(() => standIn.close());

const channelOf = ({ create }: TestDealer, over: Partial<KakaoChannelOptions> = {}) =>
  createKakaoChannel({ dealer: create(standIn, { now }), audience, now, ...over });

async function openSubject({ name, sendPath, create }: TestDealer) {
  const own = await openStandIn();
  return toSubject(own, {
    create: (baseUrl) => createKakaoChannel({ dealer: create(own, { baseUrl }), audience, now: () => noon }),
    baseUrl: own.sandbox.baseUrls[name],
    provider: name,
    publishPath: sendPath,
    post: aPost(),
  });
}

for (const dealer of dealers)
  channelAdapterContract(`kakao_channel by ${dealer.name}`, () => openSubject(dealer));

describe.each(dealers)('a brand message by $name', (dealer) => {
  const settled = { accepted: 2, delivered: 2, failed: 0, pending: 0 };

  it('is submitted, then published once every friend has it, who then sees its words', async () => {
    const channel = channelOf(dealer);

    const sent = await channel.publish(aPost(), { reference: 'r1' });
    const before = standIn.sandbox.shown();
    pass(60_000);
    const later = await channel.track?.(sent.externalId);

    expect(sent).toMatchObject({ state: 'submitted', delivery: { accepted: 2, delivered: 0, pending: 2 } });
    expect(later).toEqual({ externalId: sent.externalId, state: 'published', delivery: settled });
    expect([before, standIn.sandbox.shown()]).toMatchObject([
      [],
      [{ provider: dealer.name, channel: 'BRAND_MESSAGE', externalId: sent.externalId, text: aPost().text }],
    ]);
  });

  it('stays submitted while anybody has no result, and gives those up after 72 hours, saying so', async () => {
    const channel = channelOf(dealer, { audience: [...audience, silent] });

    const { externalId } = await channel.publish(aPost(), { reference: 'r1' });
    pass(72 * 3_600_000 - 1_000);
    const waiting = await channel.track?.(externalId);
    pass(1_000);
    const given = await channel.track?.(externalId);

    expect(waiting).toMatchObject({ state: 'submitted', delivery: { delivered: 2, pending: 1 } });
    expect(given).toMatchObject({ state: 'published', delivery: { delivered: 2, failed: 1, pending: 0 } });
    expect(given?.reason).toContain('72 hours');
  });

  it('is refused in plain words when it reached nobody', async () => {
    const channel = channelOf(dealer, { audience: [noFriend] });

    const { externalId } = await channel.publish(aPost(), { reference: 'r1' });
    pass(60_000);
    const later = await channel.track?.(externalId);

    expect(later).toMatchObject({ state: 'refused', delivery: { accepted: 1, delivered: 0, failed: 1 } });
    expect(later?.reason).toContain('friend');
    expect(later?.reason).toContain('친구');
  });

  it('counts the friends whom it failed to reach beside the others', async () => {
    const channel = channelOf(dealer, { audience: [...audience, noFriend] });

    const { externalId } = await channel.publish(aPost(), { reference: 'r1' });
    pass(60_000);

    expect(await channel.track?.(externalId)).toMatchObject({
      state: 'published',
      delivery: { accepted: 3, delivered: 2, failed: 1, pending: 0 },
    });
  });

  it('is found by its own reference alone, with everybody it was for', async () => {
    const channel = channelOf(dealer);
    const sent = await channel.publish(aPost(), { reference: 'r1' });

    expect(await channel.find?.(aPost(), { reference: 'r1' })).toEqual(sent);
    expect(await channel.find?.(aPost(), { reference: 'r2' })).toBeUndefined();
  });

  it('goes to whoever is listed twice once, and costs as much as it has friends', async () => {
    const channel = channelOf(dealer, { audience: [...audience, '01055550001'] });

    expect(channel.recipients?.(aPost())).toBe(2);
    expect(channel.priceKrw(aPost())).toBe(40);
    expect(await channel.publish(aPost(), { reference: 'r' })).toMatchObject({ delivery: { accepted: 2 } });
  });

  it.each([
    ['at night', {}, aPost(), '2026-12-01T20:50:00+09:00'],
    ['to nobody', { audience: [] }, aPost(), undefined],
    ['without the mark of advertising at the very start', {}, aPost({ text: ' (광고) 수신거부' }), undefined],
    ['without a way to refuse', {}, aPost({ text: '(광고) 겨울 행사' }), undefined],
    ['longer than a bubble', {}, aPost({ text: `(광고) 수신거부${'가'.repeat(1_300)}` }), undefined],
    ['of too many lines', {}, aPost({ text: `(광고) 수신거부${'\n'.repeat(100)}` }), undefined],
    ['to what is no mobile number', { audience: ['02-123-4567'] }, aPost(), undefined],
  ])('is not sent %s', async (_what, over, post, at) => {
    if (at) nowMs = Date.parse(at);
    const failure = await channelOf(dealer, over)
      .publish(post, { reference: 'r' })
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ spec: { outcome: 'not_sent' } });
    expect(standIn.sandbox.requests(dealer.name)).toEqual([]);
  });

  it('is not sent to more people than one batch holds, and says why', async () => {
    const { recipients } = dealer.create(standIn).limits;
    const people = Array.from({ length: recipients + 1 }, (_, index) => `010${50_000_000 + index}`);
    const channel = channelOf(dealer, { audience: people });

    expect(channel.check(aPost())).toMatchObject([{ en: expect.stringContaining('exactly once') }]);
    await expect(channel.publish(aPost(), { reference: 'r' })).rejects.toMatchObject({ code: 'USER_032' });
    expect(standIn.sandbox.requests(dealer.name)).toEqual([]);
  });

  it('fills one batch', async () => {
    const { recipients } = dealer.create(standIn).limits;
    const people = Array.from({ length: recipients }, (_, index) => `010${50_000_000 + index}`);
    const channel = channelOf(dealer, { audience: people });

    await channel.publish(aPost(), { reference: 'r' });
    pass(60_000);

    expect(await channel.find?.(aPost(), { reference: 'r' })).toMatchObject({
      state: 'published',
      delivery: { delivered: recipients, failed: 0 },
    });
  });

  it('keeps phones out of what it says', async () => {
    const channel = channelOf(dealer, { audience: ['02-987-6543', '01098765432'] });

    expect(JSON.stringify(channel.check(aPost()))).not.toMatch(/9876|987-/);
  });
});

it('says when the night is over', async () => {
  nowMs = Date.parse('2026-12-01T23:00:00+09:00');

  await expect(
    createKakaoChannel({ dealer: aSolapiDealer(standIn), audience, now }).publish(aPost(), {
      reference: 'r',
    }),
  ).rejects.toMatchObject({ code: 'USER_030', context: { nextAllowedAt: '2026-12-02T08:00:00+09:00' } });
});

describe.each(dealers)('a dealer by $name broken on purpose', (dealer) => {
  async function broken(promise: string, spoil: (dealer: ReturnType<TestDealer['create']>) => object) {
    const subject = await openSubject({
      ...dealer,
      create: (own, over) => {
        const sound = dealer.create(own, over);
        return { ...sound, ...spoil(sound) };
      },
    });
    const check = channelChecks[promise] ?? faultChecks[promise];
    try {
      await expect((async () => check?.(withNetwork(subject)))()).rejects.toThrow();
    } finally {
      await subject.close();
    }
  }

  it('is caught when its look-up ignores the reference', () =>
    broken('finds nothing when nothing arrived', () => ({
      find: async () => ({ batchId: 'other', total: 1, sentAt: noon, outcomes: [{ state: 'pending' }] }),
    })));

  it('is caught when it sends again while in doubt', () =>
    broken('reaches people once when the answer is lost', ({ send }) => ({
      send: (message: never, options: { reference: string }) =>
        send(message, options).catch(() => send(message, { reference: `${options.reference}-again` })),
    })));

  it('is caught when it counts those under way as delivered', async () => {
    const sound = dealer.create(standIn, { now });
    const hasty: KakaoDealer = {
      ...sound,
      async send(message, options) {
        const batch = await sound.send(message, options);
        return { ...batch, outcomes: batch.outcomes.map(() => ({ state: 'delivered' })) };
      },
    };

    await expect(countsHonestly(hasty)).rejects.toMatchObject({ name: 'AssertionError' });
    await countsHonestly(sound);
  });
});

/** Nobody has a message that no friend has been shown. */
async function countsHonestly(dealer: KakaoDealer): Promise<void> {
  const channel = createKakaoChannel({ dealer, audience, now });
  const { delivery } = await channel.publish(aPost(), {
    reference: `r-${standIn.sandbox.publications().length}`,
  });

  expect({ delivered: delivery?.delivered, shown: standIn.sandbox.shown().length }).toEqual({
    delivered: 0,
    shown: 0,
  });
}
