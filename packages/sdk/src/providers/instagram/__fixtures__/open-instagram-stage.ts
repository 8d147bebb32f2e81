import { once } from 'node:events';
import { createServer } from 'node:http';
import { createPolicy } from '../../../resilience/create-policy.js';
import { aPost, aPostImage } from '../../../testing/channel-fixtures.js';
import type { ChannelSubject } from '../../../testing/channel-subject.js';
import { noon, openStandIn, type StandIn, toSubject } from '../../../testing/open-stand-in.js';
import type { ChannelAdapter, ChannelPost } from '../../channel.js';
import { createInstagramChannel, type InstagramOptions } from '../instagram-channel.js';

export interface InstagramStage {
  readonly standIn: StandIn;
  /** What was waited for, ms. Waiting moves the clock of the stand-in and of the adapter. */
  readonly waits: number[];
  readonly posts: Readonly<Record<'picture' | 'carousel' | 'reel', ChannelPost>>;
  now(): Date;
  advance(ms: number): void;
  create(over?: Partial<InstagramOptions>): ChannelAdapter;
  subject(post: ChannelPost): ChannelSubject;
  close(): Promise<void>;
}

/** The first bytes of an MP4, which is all that a stand-in looks at. */
const filmBytes = Buffer.from('000000186674797069736f6d', 'hex');

export async function openInstagramStage(): Promise<InstagramStage> {
  let at = noon;
  const now = () => at;
  const advance = (ms: number) => {
    at = new Date(at.getTime() + ms);
  };
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
    advance(ms);
  };
  const standIn = await openStandIn(now);
  const films = createServer((_request, response) => response.end(filmBytes));
  films.listen(0, '127.0.0.1');
  await once(films, 'listening');
  const address = films.address();
  const filmUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/film.mp4`;
  const still = { random: () => 0, sleep, minimumCalls: 1_000 };
  const policy = createPolicy({ name: 'test', concurrency: 10, retries: 2, timeoutMs: 5_000, ...still });
  const { baseUrls, credentials } = standIn.sandbox;
  const { IG_ACCESS_TOKEN: accessToken, IG_USER_ID: userId } = credentials.instagram;
  const create = ({ baseUrl = baseUrls.instagram, ...over }: Partial<InstagramOptions> = {}) =>
    createInstagramChannel({ ...standIn.options(baseUrl), policy, accessToken, userId, now, sleep, ...over });

  return {
    standIn,
    waits,
    posts: toPosts(standIn.pictureUrl, filmUrl),
    now,
    advance,
    create,
    subject: (post) =>
      toSubject(standIn, {
        create: (baseUrl) => create({ baseUrl }),
        baseUrl: baseUrls.instagram,
        provider: 'instagram',
        publishPath: `/v26.0/${userId}/media_publish`,
        post,
      }),
    async close() {
      films.close();
      films.closeAllConnections();
      await standIn.close();
    },
  };
}

function toPosts(pictureUrl: string, filmUrl: string): InstagramStage['posts'] {
  const post = aPost();
  const picture = aPostImage(pictureUrl);
  const film = aPostImage(filmUrl, { kind: 'video', mediaType: 'video/mp4', heightPx: 1_920 });
  return {
    picture: { ...post, images: [picture] },
    carousel: { ...post, images: [picture, picture, picture] },
    reel: { ...post, videos: [film] },
  };
}

/** Opens a stage and closes it, whatever comes of the work. */
export async function withStage(work: (stage: InstagramStage) => Promise<void>): Promise<void> {
  const stage = await openInstagramStage();
  try {
    await work(stage);
  } finally {
    await stage.close();
  }
}

/** Path of the account. */
export const user = '/v26.0/17841400000000001';

/** With a word that has the stand-in act up. */
export const saying = (post: ChannelPost, words: string): ChannelPost => ({
  ...post,
  text: `${post.text}\n${words}`,
});

/** What was asked for so far, without its query. */
export const callsOf = ({ standIn }: InstagramStage) =>
  standIn.sandbox.requests('instagram').map(({ method, path }) => `${method} ${path.split('?')[0]}`);
