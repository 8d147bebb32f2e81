import { expect, it } from 'vitest';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import type { ChannelPost } from '../channel.js';
import { checkKtPost } from './check-kt-post.js';
import type { KtChannelName } from './kt-channels.js';
import { chooseKtCreative } from './kt-creative.js';

const url = 'https://media.example/file';
const hd = { widthPx: 1920, heightPx: 1080 };
const image = aPostImage(url, { ...hd, mediaType: 'image/png' });
const video = aPostImage(url, { ...hd, kind: 'video', mediaType: 'video/mp4', bytes: 3_000_000 });
const audio = aPostImage(url, {
  kind: 'audio',
  mediaType: 'audio/wav',
  bytes: 44 + 25 * 16_000,
  text: '안녕하세요, 행복분식입니다. 12월 14일까지 겨울 행운 이벤트를 합니다.',
});

it.each<[KtChannelName, Partial<ChannelPost>, string | undefined]>([
  ['wooridongne_tv', { images: [image], videos: [video] }, 'video'],
  ['wooridongne_tv', { images: [image], videos: [{ ...video, mediaType: 'video/webm' }] }, 'image'],
  ['wooridongne_tv', { audio: [audio] }, undefined],
  ['genie_tv', { images: [image] }, 'image'],
  ['ringo_biz', { images: [image], videos: [video], audio: [audio] }, 'audio'],
  ['ringo_biz', { images: [image] }, 'script'],
])('gives %s of %o: %s', (channel, media, kind) => {
  expect(chooseKtCreative(channel, aPost(media))?.kind).toBe(kind);
});

it.each<[KtChannelName, Partial<ChannelPost>]>([
  ['wooridongne_tv', { images: [image] }],
  ['wooridongne_tv', { images: [{ ...image, mediaType: 'image/jpeg', bytes: 5 * 1024 * 1024 }] }],
  ['genie_tv', { videos: [video] }],
  ['ringo_biz', { audio: [audio] }],
  ['ringo_biz', { audio: [{ ...audio, bytes: 44 + 40 * 32_000 }] }],
  ['ringo_biz', {}],
  ['ringo_biz', { store: { ...aPost().store, region: '평양' } }],
])('finds nothing wrong with %s of %o', (channel, post) => {
  expect(checkKtPost(channel, aPost(post))).toEqual([]);
});

const { store } = aPost();
const { businessNumber, ...unnumbered } = store;

it.each<[string, KtChannelName, Partial<ChannelPost>]>([
  ['neither an MP4 film nor a picture', 'genie_tv', {}],
  ['picture is 1080×1080', 'wooridongne_tv', { images: [{ ...image, widthPx: 1080 }] }],
  ['film is 1080×1920', 'genie_tv', { videos: [{ ...video, widthPx: 1080, heightPx: 1920 }] }],
  ['film is ?×1080', 'genie_tv', { videos: [{ ...video, widthPx: undefined }] }],
  [
    'picture must be image/png, image/jpeg',
    'wooridongne_tv',
    { images: [{ ...image, mediaType: 'image/webp' }] },
  ],
  ['picture exceeds 5 MB', 'wooridongne_tv', { images: [{ ...image, bytes: 5 * 1024 * 1024 + 1 }] }],
  ['film exceeds 100 MB', 'genie_tv', { videos: [{ ...video, bytes: 100 * 1024 * 1024 + 1 }] }],
  ['picture is empty', 'genie_tv', { images: [{ ...image, bytes: 0 }] }],
  ['recording must be audio/wav', 'ringo_biz', { audio: [{ ...audio, mediaType: 'audio/mpeg' }] }],
  ['recording is too short', 'ringo_biz', { audio: [{ ...audio, bytes: 44 + 19 * 16_000 }] }],
  ['recording is too long', 'ringo_biz', { audio: [{ ...audio, bytes: 44 + 61 * 32_000 }] }],
  ['script has 2 characters', 'ringo_biz', { audio: [{ ...audio, text: '짧다' }] }],
  ['script has 401 characters', 'ringo_biz', { text: '가'.repeat(401) }],
  ['no business number', 'ringo_biz', { store: unnumbered }],
  [
    'No district code is known for 평양',
    'genie_tv',
    { images: [image], store: { ...store, region: '평양' } },
  ],
  ['2026-12-14 to 2026-12-01', 'ringo_biz', { period: { start: '2026-12-14', end: '2026-12-01' } }],
  ['2026-12-01 to 12월', 'ringo_biz', { period: { start: '2026-12-01', end: '12월' } }],
])('finds: %s', (words, channel, post) => {
  const problems = checkKtPost(channel, aPost(post));

  expect(problems.map(({ en }) => en)).toEqual([expect.stringContaining(words)]);
  for (const { ko } of problems) expect(ko).toMatch(/\p{Script=Hangul}/u);
});

it('checks the districts it was told', () => {
  const post = aPost({ images: [image] });

  expect(checkKtPost('genie_tv', post, ['1144000000'])).toEqual([]);
  expect(checkKtPost('genie_tv', post, [])).toHaveLength(1);
  expect(checkKtPost('genie_tv', post, ['1144000000', '마포구', '11'])).toHaveLength(2);
});
