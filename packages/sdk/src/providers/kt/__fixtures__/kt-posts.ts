import { aPost, aPostImage } from '../../../testing/channel-fixtures.js';
import type { StandIn } from '../../../testing/open-stand-in.js';
import type { ChannelPost } from '../../channel.js';
import { createKtChannel, type KtOptions } from '../kt-channel.js';
import type { KtChannelName } from '../kt-channels.js';

export type KtOver = Partial<Pick<KtOptions, 'baseUrl' | 'http' | 'regionCodes' | 'callbackUrl'>>;

/** An adapter that speaks to the stand-in. */
export const createKt = (standIn: StandIn, channel: KtChannelName, over: KtOver = {}) =>
  createKtChannel({
    ...standIn.options(standIn.sandbox.baseUrls.kt),
    channel,
    token: standIn.sandbox.credentials.kt.KT_API_TOKEN,
    ...over,
  });

const screen = { widthPx: 1920, heightPx: 1080, mediaType: 'image/png' };
/** Off this machine, so the stand-in believes what it is told. */
export const image = aPostImage('https://media.example/screen.png', screen);
export const film = {
  ...image,
  kind: 'video',
  mediaType: 'video/mp4',
  url: 'https://media.example/spot.mp4',
} as const;
export const audio = aPostImage('https://media.example/tone.wav', {
  kind: 'audio',
  mediaType: 'audio/wav',
  bytes: 44 + 25 * 16_000,
  text: '안녕하세요, 행복분식입니다. 12월 14일까지 겨울 행운 이벤트를 합니다.',
});

/** One fitting post for each channel: a picture, a film, a recording. */
export const posts: Readonly<Record<KtChannelName, ChannelPost>> = {
  wooridongne_tv: aPost({ images: [image] }),
  genie_tv: aPost({ images: [image], videos: [film] }),
  ringo_biz: aPost({ audio: [audio] }),
};
