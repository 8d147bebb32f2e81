import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HintCall, HintProvider, KtEvent } from './kt-event.js';
import type { Channel } from './schema/primitives.js';
import type { Publication } from './schema/publication.js';
import { type CampaignWorld, type Life, openCampaignWorld } from './testing/campaign-world.js';
import { signedCall } from './testing/signed-call.js';
import { aSmallBrief } from './testing/small-brief.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const secrets = {
  SOLAPI_WEBHOOK_TOKEN: 'f'.repeat(32),
  NHN_WEBHOOK_SIGNATURE: 'text of the console',
  KT_WEBHOOK_SECRET: secret,
  BLOG_WEBHOOK_SECRET: `${other} ${secret}`,
};

/** When a spot is under review. */
const afterTwoHours = () => new Date(world.now().getTime() + 2 * 3_600_000);
/** When the review is over, and every message has come. */
const firstDay = new Date('2026-12-01T12:00:00+09:00');
const dayMs = 24 * 3_600_000;

let world: CampaignWorld;
let life: Life;
let ktEvent: KtEvent;
let campaignId: string;

beforeAll(async () => {
  world = await openCampaignWorld();
  campaignId = await world.make(aSmallBrief({ channels: ['genie_tv', 'naver_blog', 'kakao_channel'] }));
});
afterAll(() => world.close());

async function open(environment: Record<string, string> = secrets): Promise<void> {
  life = await world.live({ environment: { ...world.sandbox.environment(), ...environment } });
  ({ ktEvent } = life);
}

beforeEach(async () => {
  await world.rewind();
  await open();
  await ktEvent.advance(campaignId, { until: 'distribute' });
});
afterEach(() => ktEvent.close());

async function publication(channel: Channel = 'genie_tv'): Promise<Publication> {
  const { publications } = await ktEvent.status(campaignId);
  const found = publications.find((one) => one.channel === channel);
  if (!found) throw new Error(`nothing on ${channel}`);
  return found;
}

const stateOf = async (channel?: Channel) => (await publication(channel)).state;
const idOf = async (channel?: Channel) => (await publication(channel)).externalId ?? '';
const questions = (provider: 'kt' | 'naver_blog' | 'solapi' = 'kt') =>
  world.sandbox.requests().filter((one) => one.provider === provider && one.method === 'GET').length;

const signed = (body: object, over: Partial<Parameters<typeof signedCall>[1]> = {}): HintCall =>
  signedCall(body, { id: 'msg_1', at: world.now(), key: secret, ...over });

const ofKt = (deploymentId: string, status = 'ON_AIR') => ({
  type: 'deployment.status',
  data: { deploymentId, status },
});

describe('a call back', () => {
  it('has KT asked at once, and nobody else', async () => {
    world.advanceTo(afterTwoHours());

    expect(await ktEvent.hear('kt', signed(ofKt(await idOf())))).toBe(true);

    await expect.poll(() => stateOf()).toBe('in_review');
    expect((await publication()).evidence).toBe('channel');
    expect(await stateOf('naver_blog')).toBe('submitted');
    expect(questions('naver_blog')).toBe(0);
  });

  it.each<[string, (deploymentId: string) => HintCall]>([
    ['signed with another secret', (id) => signed(ofKt(id), { key: other })],
    ['without a signature', (id) => ({ ...signed(ofKt(id)), headers: {} })],
    ['with another body', (id) => ({ ...signed(ofKt(id)), rawBody: signed(ofKt(`${id}0`)).rawBody })],
    ['of five minutes ago', (id) => signed(ofKt(id), { at: new Date(world.now().getTime() - 301_000) })],
  ])('%s changes nothing, and nobody is asked', async (_, forge) => {
    world.advanceTo(firstDay);

    const heard = await ktEvent.hear('kt', forge(await idOf()));
    await ktEvent.close(); // what had been begun would be done or let go
    await open();

    expect(heard).toBe(false);
    expect(questions()).toBe(0);
    expect(await stateOf()).toBe('submitted');
  });

  it('about something else is taken, and nobody is asked', async () => {
    const calls: [HintProvider, HintCall][] = [
      ['kt', signed(ofKt('kt_of_nobody'), { id: 'msg_1' })],
      ['kt', signed({ type: 'invoice' }, { id: 'msg_2' })],
      ['naver_blog', signed({ type: 'comment' }, { id: 'msg_3' })],
      [
        'nhn',
        { headers: { 'x-toast-webhook-signature': 'text of the console' }, rawBody: Buffer.from('{}') },
      ],
      ['solapi', { headers: {}, rawBody: Buffer.from('[nonsense'), token: 'f'.repeat(32) }],
    ];

    const heard = await Promise.all(calls.map(([provider, call]) => ktEvent.hear(provider, call)));
    await ktEvent.close();
    await open();

    expect(heard).toEqual(calls.map(() => true));
    expect(questions() + questions('naver_blog') + questions('solapi')).toBe(0);
  });

  it('that comes again is asked about once in 24 hours', async () => {
    const body = ofKt(await idOf());
    const hear = (id: string) => ktEvent.hear('kt', signed(body, { id }));
    const heard = [await hear('msg_1')];
    await expect.poll(() => questions()).toBe(1);
    heard.push(await hear('msg_1'), await hear('msg_2'));
    await expect.poll(() => questions()).toBe(2);
    world.advanceTo(new Date(world.now().getTime() + dayMs));
    heard.push(await hear('msg_1'));
    await expect.poll(() => questions()).toBe(3);

    expect(heard).toEqual([true, true, true, true]);
  });

  it('of a provider without a secret is not taken', async () => {
    await ktEvent.close();
    await open({});
    const calls: [HintProvider, HintCall][] = [
      ['kt', signed(ofKt(await idOf()))],
      ['naver_blog', signed({ data: { postId: await idOf('naver_blog') } })],
      ['nhn', { headers: { 'x-toast-webhook-signature': '' }, rawBody: Buffer.from('{}') }],
      ['solapi', { headers: {}, rawBody: Buffer.from('{}'), token: '' }],
      ['solapi', { headers: {}, rawBody: Buffer.from('{}') }],
    ];

    const heard = await Promise.all(calls.map(([provider, call]) => ktEvent.hear(provider, call)));

    expect(heard).toEqual(calls.map(() => false));
  });

  it('of the blog may be signed with either key of a rotation', async () => {
    const body = { data: { postId: await idOf('naver_blog') } };

    const heard = [
      await ktEvent.hear('naver_blog', signed(body, { id: 'msg_1', key: other })),
      await ktEvent.hear('naver_blog', signed(body, { id: 'msg_2', key: secret })),
    ];

    expect(heard).toEqual([true, true]);
    await expect.poll(() => questions('naver_blog')).toBeGreaterThan(0);
  });

  it('of Solapi must come to the address that nobody can guess', async () => {
    const rawBody = Buffer.from(JSON.stringify([{ groupId: await idOf('kakao_channel') }]));
    const hear = (token: string) => ktEvent.hear('solapi', { headers: {}, rawBody, token });
    const before = await publication('kakao_channel');
    world.advanceTo(firstDay);

    const guessed = [await hear(`${'f'.repeat(31)}e`), await hear('f'.repeat(33))];
    const heard = await hear('f'.repeat(32));

    expect([...guessed, heard]).toEqual([false, false, true]);
    await expect.poll(async () => (await publication('kakao_channel')).delivery?.pending).toBe(0);
    expect(before.delivery?.pending).toBe(2);
  });

  it('whose provider does not answer is told as that, and changes nothing', async () => {
    world.sandbox.addFault({ provider: 'kt', fault: { kind: 'status', code: 500 }, times: 99 });
    const onFailure = vi.fn();

    await ktEvent.hear('kt', signed(ofKt(await idOf())), { onFailure });

    await expect.poll(() => onFailure).toHaveBeenCalledTimes(1);
    expect(onFailure.mock.calls).toMatchObject([[{ context: { provider: 'kt' } }]]);
    expect(await stateOf()).toBe('submitted');
  });
});

describe('a call back that lies', () => {
  type Hear = (call: HintCall) => Promise<boolean>;

  /** What is kept once a genuine call has said this of a spot that is under review. */
  async function kept(status: string, hear: Hear): Promise<string> {
    world.advanceTo(afterTwoHours());
    await hear(signed(ofKt(await idOf(), status)));
    await expect.poll(() => stateOf()).not.toBe('submitted');
    return stateOf();
  }

  /** Seeded bug: what the body says is kept. */
  const gullible: Hear = async ({ rawBody }) => {
    const { status } = JSON.parse(new TextDecoder().decode(rawBody)).data;
    const state = status === 'ON_AIR' ? 'published' : 'refused';
    await ktEvent.markPublication(campaignId, 'genie_tv', { state });
    return true;
  };

  it.each(['ON_AIR', 'REJECTED'])('about being %s is not believed', async (status) => {
    expect(await kept(status, (call) => ktEvent.hear('kt', call))).toBe('in_review');
  });

  it('would be noticed to be believed', async () => {
    expect(await kept('ON_AIR', gullible)).not.toBe('in_review');
  });

  it('about its age would be noticed too', async () => {
    const late = signed(ofKt(await idOf()), { at: new Date(world.now().getTime() - dayMs) });
    const forgiving: Hear = (call) => ktEvent.hear('kt', signed(JSON.parse(String(call.rawBody))));

    expect([await ktEvent.hear('kt', late), await forgiving(late)]).toEqual([false, true]);
  });
});

describe('what there is to ask about and to count', () => {
  it('is told of the campaigns and publications that there are', async () => {
    const pending = (await ktEvent.pending()).map(({ id }) => id);
    const { runs, publications } = await ktEvent.counts();
    await ktEvent.cancel(campaignId);

    expect(pending).toEqual([campaignId]);
    expect(runs).toMatchObject({ waiting: 1, ended: 0, failed: 0 });
    expect(publications).toEqual([
      { channel: 'genie_tv', state: 'submitted', count: 1 },
      { channel: 'kakao_channel', state: 'submitted', count: 1 },
      { channel: 'naver_blog', state: 'submitted', count: 1 },
    ]);
    expect(await ktEvent.pending()).toEqual([]);
  });
});
