import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAdapter } from '../providers/channel.js';
import { createInstagramChannel } from '../providers/instagram/instagram-channel.js';
import { createKakaoChannel } from '../providers/kakao-channel/kakao-channel.js';
import { createKtChannel } from '../providers/kt/kt-channel.js';
import { createNaverBlogChannel } from '../providers/naver-blog/naver-blog-channel.js';
import { createSolapiDealer } from '../providers/solapi/solapi-dealer.js';
import type { RunContext } from '../runs/workflow.js';
import type { Creative } from '../schema/creative.js';
import { channelSchema } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import { aCreative, aPost } from '../testing/channel-fixtures.js';
import { aBrief, aCampaignId, aPlan } from '../testing/fixtures.js';
import { noon, openStandIn, type StandIn } from '../testing/open-stand-in.js';
import { defineTest, openTestEngine, type TestEngine } from '../testing/open-test-engine.js';
import { type DistributeDeps, type DistributeInput, distribute } from './distribute.js';

const brief = aBrief({ channels: channelSchema.options, store: aPost().store });
const screen = { widthPx: 1920, heightPx: 1080, mediaType: 'image/png' };

function creativesOf(): Creative[] {
  const text = aPost().text;
  return brief.channels.flatMap((channel) => [
    aCreative({ id: `${channel}-text`, channel, kind: 'text', text, hashtags: ['하나'] }),
    aCreative({ id: `${channel}-image`, channel, ...(channel.endsWith('_tv') && screen) }),
  ]);
}

let standIn: StandIn;
let runs: TestEngine;
let saved: Publication[];
beforeEach(async () => {
  standIn = await openStandIn();
  runs = await openTestEngine();
  saved = [];
});
afterEach(async () => {
  await runs.close();
  await standIn.close();
});

/** The real adapters, at the stand-ins. */
function adapters(): ChannelAdapter[] {
  const { credentials, baseUrls } = standIn.sandbox;
  const { IG_ACCESS_TOKEN: accessToken, IG_USER_ID: userId } = credentials.instagram;
  const { SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER, SOLAPI_PFID } = credentials.solapi;
  const kt = { ...standIn.options(baseUrls.kt), token: credentials.kt.KT_API_TOKEN };
  return [
    createKtChannel({ ...kt, channel: 'wooridongne_tv' }),
    createKtChannel({ ...kt, channel: 'ringo_biz' }),
    createKtChannel({ ...kt, channel: 'genie_tv' }),
    createInstagramChannel({
      ...standIn.options(baseUrls.instagram),
      accessToken,
      userId,
      sleep: async () => undefined,
      now: () => noon,
    }),
    createNaverBlogChannel({
      ...standIn.options(`${baseUrls.naver_blog}/posts`),
      token: credentials.naver_blog.BLOG_ENDPOINT_TOKEN,
    }),
    createKakaoChannel({
      dealer: createSolapiDealer({
        ...standIn.options(baseUrls.solapi),
        apiKey: SOLAPI_API_KEY,
        apiSecret: SOLAPI_API_SECRET,
        sender: SOLAPI_SENDER,
        channelId: SOLAPI_PFID,
        now: () => noon,
        randomBytes,
      }),
      audience: ['01055550001'],
      now: () => noon,
    }),
  ];
}

function input(channels = brief.channels): DistributeInput {
  return {
    campaign: { id: aCampaignId, brief: { ...brief, channels }, plan: aPlan() },
    creatives: creativesOf(),
    entryUrl: (channel) => `https://e.example/e/abcd1234?from=${channel}`,
    channels,
    publications: saved,
  };
}

/** Another address at another time. */
const mediaUrl = async (_creative: unknown, at: Date) => `${standIn.pictureUrl}?sig=${at.getTime()}`;
const savePublication = async (publication: Publication) => void saved.push(publication);

async function run(channels = adapters(), work = (deps: DistributeDeps) => distribute(input(), deps)) {
  let result: Publication[] = [];
  const definition = defineTest(async (context: RunContext) => {
    result = await work({
      channels,
      run: context,
      savePublication,
      mediaUrl,
      clock: () => noon,
      claim: async () => undefined,
    });
    context.gate('the next resume', false);
  });
  await runs.begin(definition);
  const advance = () => runs.engine.advance('run-1', definition);
  return { state: (await advance()).state, again: advance, publications: () => result };
}

const states = (publications: readonly Publication[]) =>
  Object.fromEntries(publications.map(({ channel, state }) => [channel, state]));

const instagramPublish = { path: '/v26.0/17841400000000001/media_publish' };

describe('distribute', () => {
  it('publishes on all six channels once and says what is assumed', async () => {
    const { publications } = await run();

    expect(states(publications())).toEqual({
      wooridongne_tv: 'submitted',
      ringo_biz: 'submitted',
      genie_tv: 'submitted',
      instagram: 'published',
      naver_blog: 'submitted',
      kakao_channel: 'submitted',
    });
    expect(publications().map(({ channel }) => channel)).toEqual(brief.channels);
    expect(publications().filter(({ assumedProtocol }) => assumedProtocol)).toHaveLength(4);
    expect(standIn.sandbox.publications()).toHaveLength(6);
    expect(saved).toHaveLength(6);
  });

  it('publishes nothing again when the run is carried on', async () => {
    const { again, publications } = await run();
    const first = publications();
    await again();

    expect(publications()).toEqual(first);
    expect(standIn.sandbox.publications()).toHaveLength(6);
  });

  it('lets no failing channel stop another', async () => {
    standIn.sandbox.addFault({ provider: 'kt', fault: { kind: 'status', code: 403 }, times: 99 });
    standIn.sandbox.addFault({ provider: 'instagram', fault: { kind: 'status', code: 401 }, times: 99 });
    const { publications } = await run();

    expect(states(publications())).toMatchObject({
      wooridongne_tv: 'failed',
      instagram: 'failed',
      naver_blog: 'submitted',
      kakao_channel: 'submitted',
    });
    const failed = publications().find(({ channel }) => channel === 'instagram');
    expect(failed).toMatchObject({ costKrw: 0, error: { code: 'AUTH_002' } });
  });

  it('finds a post whose answer was lost instead of posting it again', async () => {
    standIn.sandbox.addFault({
      provider: 'instagram',
      match: instagramPublish,
      fault: { kind: 'accept_then_drop' },
    });
    standIn.sandbox.addFault({
      provider: 'solapi',
      match: { path: '/messages/v4/send-many/detail' },
      fault: { kind: 'accept_then_drop' },
    });
    const { publications } = await run();

    expect(states(publications())).toMatchObject({ instagram: 'published', kakao_channel: 'submitted' });
    expect(standIn.sandbox.publications()).toHaveLength(6);
  });

  it('sends the same request under the same key after a lost answer, though addresses are signed anew', async () => {
    standIn.sandbox.addFault({ provider: 'kt', fault: { kind: 'accept_then_drop' }, times: 4 });
    const { publications } = await run();

    expect(publications().filter(({ state }) => state === 'failed')).toEqual([]);
    expect(standIn.sandbox.publications().filter(({ provider }) => provider === 'kt')).toHaveLength(3);
  });

  it('parks what nobody can look up, and saves it as in doubt beside the others', async () => {
    const unknowable = adapters().map((adapter): ChannelAdapter => {
      const { find, ...rest } = adapter;
      return adapter.channel === 'kakao_channel' ? { ...rest, idempotency: 'none' } : adapter;
    });
    standIn.sandbox.addFault({
      provider: 'solapi',
      match: { path: '/messages/v4/send-many/detail' },
      fault: { kind: 'accept_then_drop' },
    });
    const { state } = await run(unknowable);

    expect(state).toBe('parked');
    expect(states(saved)).toMatchObject({ kakao_channel: 'in_doubt', instagram: 'published' });
  });

  it('says published when a person has seen it there', async () => {
    const unknowable = adapters().map((adapter): ChannelAdapter => {
      const { find, ...rest } = adapter;
      return { ...rest, idempotency: 'none' };
    });
    standIn.sandbox.addFault({
      provider: 'instagram',
      match: instagramPublish,
      fault: { kind: 'accept_then_drop' },
    });
    const { again, publications } = await run(unknowable);
    const [parked] = await runs.journal.effects({ states: ['parked'] });
    await runs.journal.resolve(parked?.id ?? '', true);
    await again();

    expect(states(publications())).toMatchObject({ instagram: 'published' });
    expect(states(saved)).toMatchObject({ instagram: 'published' });
  });

  it('prepares again at the next resume what failed, and then publishes it once', async () => {
    standIn.sandbox.addFault({ provider: 'instagram', fault: { kind: 'status', code: 401 }, times: 1 });
    const { again, publications } = await run();
    const first = states(publications());
    await again();
    await again();

    expect(first).toMatchObject({ instagram: 'failed' });
    expect(states(publications())).toMatchObject({ instagram: 'published' });
    expect(standIn.sandbox.publications().filter(({ provider }) => provider === 'instagram')).toHaveLength(1);
  });

  it('would be caught publishing twice if it did not use the ledger', async () => {
    const { again } = await run(adapters(), async ({ channels, ...deps }) => {
      const without = { ...deps.run, effect: withoutLedger };
      return distribute(input(['naver_blog', 'kakao_channel']), { ...deps, channels, run: without });
    });
    await again();

    expect(standIn.sandbox.publications().length).toBeGreaterThan(2);
  });
});

/** Sends every time it is asked. */
const withoutLedger: RunContext['effect'] = async (_key, { send }) => {
  const sending = { reference: randomBytes(8).toString('hex'), handle: undefined, at: noon };
  const value = await send(sending, new AbortController().signal);
  return { state: 'acked', value };
};
