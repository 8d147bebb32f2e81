import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { channelChecks } from '../../testing/channel-checks.js';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import type { ChannelAdapter } from '../channel.js';
import { createLocalMedia } from '../local-media/local-media.js';
import type { MediaStore } from '../media-store.js';
import { carriesCampaign } from '../page-check.js';
import { createNaverBlogFolder } from './naver-blog-folder.js';

let folder: string;
let media: MediaStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'naver-blog-'));
  media = await openMedia(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function openMedia(folder: string): Promise<MediaStore> {
  let id = 0;
  const media = createLocalMedia({ folder, newId: () => `${id++}` });
  await media.write('creatives/naver_blog/square.png', Uint8Array.of(1, 2, 3));
  await media.write('creatives/naver_blog/poster <1>.png', Uint8Array.of(4, 5, 6));
  return media;
}

const link = 'https://shop.example/e/winter26?from=naver_blog';
const images = [
  aPostImage('', { path: 'creatives/naver_blog/square.png', text: '대표 그림' }),
  aPostImage('', { path: 'creatives/naver_blog/poster <1>.png', text: '포스터' }),
];
const thePost = aPost({ images, link });
const read = (path: string) => readFile(join(folder, 'outbox/naver_blog', path), 'utf8');

/** A package is there when the page that hands it over is. */
async function openSubject(create = createNaverBlogFolder) {
  const own = await mkdtemp(join(tmpdir(), 'naver-blog-'));
  const store = await openMedia(own);
  const handed = new Set<string>();
  const adapter = create({
    media: {
      ...store,
      async write(path, bytes) {
        if (path.endsWith('hand-off.html')) handed.add(path);
        await store.write(path, bytes);
      },
    },
  });
  return { adapter, post: thePost, published: () => handed.size, close: () => rm(own, { recursive: true }) };
}

channelAdapterContract('naver_blog folder', openSubject, { networked: false });

it('lays everything ready and says that nothing was published', async () => {
  const placement = await createNaverBlogFolder({ media }).publish(thePost, { reference: 'r' });

  expect(placement).toEqual({ externalId: 'outbox/naver_blog', state: 'prepared' });
  expect((await readdir(join(folder, 'outbox/naver_blog'), { recursive: true })).sort()).toEqual([
    'hand-off.html',
    'images',
    'images/1-square.png',
    'images/2-poster <1>.png',
    'post.html',
    'post.txt',
    'share-link.txt',
    'tags.txt',
    'title.txt',
  ]);
  expect(await read('hand-off.html')).toContain('아직 아무 데도');
});

it('has the entry link in every form of the body, where a confirmation will look for it', async () => {
  await createNaverBlogFolder({ media }).publish(thePost, { reference: 'r' });

  for (const file of ['post.html', 'post.txt', 'hand-off.html', 'share-link.txt']) {
    expect(carriesCampaign(await read(file), { link, slug: 'winter26' })).toBe(true);
  }
});

it('names the command of the last step for this campaign', async () => {
  await createNaverBlogFolder({ media }).publish(thePost, { reference: 'r' });

  expect(await read('hand-off.html')).toContain(
    `kt-event publications confirm ${thePost.campaignId} naver_blog --url `,
  );
});

it('writes a page that loads nothing from outside and runs only the script it carries', async () => {
  await createNaverBlogFolder({ media }).publish(thePost, { reference: 'r' });
  const page = await read('hand-off.html');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const hashOf = (element: string) => {
    const [, text = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page) ?? [];
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };

  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf('script')}`,
    `style-src ${hashOf('style')}`,
    "img-src 'self' file:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page).not.toMatch(/<(link|iframe|object|embed|form)\b|\son\w+=|\sstyle=/i);
  expect([...page.matchAll(/\ssrc="([^"]*)"/g)].map(([, source]) => source)).toEqual([
    'images/1-square.png',
    'images/2-poster%20%3C1%3E.png',
  ]);
});

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
const hostilePost = () =>
  aPost({
    campaignId: `cmp-${hostile}`,
    store: { ...thePost.store, name: hostile },
    title: hostile,
    text: hostile,
    hashtags: [hostile],
    link,
    images: images.map((image) => ({ ...image, text: hostile })),
  });
const scripts = (page: string) => page.match(/<script/g)?.length ?? 0;

it('escapes every text of a person', async () => {
  await createNaverBlogFolder({ media }).publish(hostilePost(), { reference: 'r' });
  const [page, post] = [await read('hand-off.html'), await read('post.html')];

  expect([scripts(page), scripts(post)]).toEqual([1, 0]);
  expect(`${page}${post}`).not.toContain('<img src=x');
});

it('would be caught writing a text as it is', () => {
  expect(scripts(`<script></script><h1>${hostilePost().title}</h1>`)).toBe(2);
});

it.each([
  ['too many tags', { hashtags: Array.from({ length: 31 }, (_, index) => `태그${index}`) }],
  ['a title that is too long', { title: '가'.repeat(101) }],
  ['no link', { link: '' }],
])('writes nothing with %s, and says so before', async (_what, over) => {
  const adapter = createNaverBlogFolder({ media });
  const post = { ...thePost, ...over };

  expect(adapter.check(post)).toHaveLength(1);
  await expect(adapter.publish(post, { reference: 'r' })).rejects.toMatchObject({ code: 'USER_032' });
  expect(await readdir(folder)).toEqual(['creatives']);
});

it('would be caught going on after a cancellation', async () => {
  const deaf: typeof createNaverBlogFolder = (options): ChannelAdapter => {
    const { publish, ...rest } = createNaverBlogFolder(options);
    return { ...rest, publish: (post, { signal, ...options }) => publish(post, options) };
  };
  const subject = await openSubject(deaf);

  await expect(channelChecks['sends nothing once it is cancelled']?.(subject)).rejects.toThrow();
  await subject.close();
});
