import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaStore } from '../providers/media-store.js';
import { openRenderer } from '../render/index.js';
import type { Creative } from '../schema/creative.js';
import { type Channel, channelSchema } from '../schema/primitives.js';
import { createFakeFilms } from '../testing/fake-films.js';
import { aBrief, aConcept, aPlan } from '../testing/fixtures.js';
import { generate } from './generate.js';

const brief = aBrief({ channels: channelSchema.options });
const entryUrl = (place: Channel | 'print') => `http://127.0.0.1:8787/e/abcd1234?from=${place}`;
const label = '리허설용 · 실제 이벤트가 아닙니다';

const renderer = openRenderer();
afterAll(() => renderer.close());

function createMemory(): MediaStore & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    write: async (path, bytes) => void files.set(path, bytes),
    read: async (path) => files.get(path) ?? new Uint8Array(),
  };
}

const films = createFakeFilms();

const hash = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

describe('generate', () => {
  const media = createMemory();
  const items: string[] = [];
  let creatives: Creative[];
  beforeAll(async () => {
    const onItem = ({ id }: Creative) => void items.push(id);
    creatives = await generate({ brief, plan: aPlan(), entryUrl, label }, { media, renderer, films, onItem });
  });
  const find = (id: string) => creatives.find((creative) => creative.id === id);

  it('makes a text for every channel and the pictures each can show', () => {
    const made = creatives.map(
      ({ channel, kind, mediaType }) => `${channel} ${kind} ${mediaType.split(';')[0]}`,
    );

    expect(made).toEqual([
      'wooridongne_tv text text/plain',
      'wooridongne_tv image image/png',
      'ringo_biz text text/plain',
      'genie_tv text text/plain',
      'genie_tv image image/png',
      'instagram text text/plain',
      'instagram image image/jpeg',
      'naver_blog text text/plain',
      'naver_blog image image/png',
      'kakao_channel text text/plain',
      'kakao_channel image image/jpeg',
      'print poster image/png',
      'print poster application/pdf',
      'instagram video video/mp4',
      'wooridongne_tv video video/mp4',
      'genie_tv video video/mp4',
    ]);
    expect(items.toSorted()).toEqual(creatives.map(({ id }) => id).toSorted());
  });

  it('describes exactly the bytes it wrote', () => {
    for (const { path, bytes, sha256 } of creatives) {
      const file = media.files.get(path);
      expect({ path, bytes: file?.length, sha256: hash(file) }).toEqual({ path, bytes, sha256 });
    }
    expect(media.files.size).toBe(creatives.length);
  });

  it('gives each channel its own size', () => {
    const size = (id: string) => [find(id)?.widthPx, find(id)?.heightPx];

    expect(size('instagram-square')).toEqual([1080, 1080]);
    expect(size('kakao_channel-wide')).toEqual([800, 400]);
    expect(size('genie_tv-screen')).toEqual([1920, 1080]);
    expect(size('genie_tv-spot')).toEqual([1920, 1080]);
    expect(size('instagram-reel')).toEqual([1080, 1920]);
    expect(find('genie_tv-spot')?.durationMs).toBe(15_000);
    expect(media.files.get('creatives/instagram/square.jpg')?.subarray(0, 3)).toEqual(
      Uint8Array.of(0xff, 0xd8, 0xff),
    );
  });

  it('labels every picture and every text of a rehearsal', () => {
    const unlabelled = creatives.filter(({ text }) => !text.includes(label));

    expect(unlabelled.map(({ id }) => id)).toEqual(['ringo_biz-text']);
    expect(find('ringo_biz-text')?.text).toMatch(/^리허설용, 실제 이벤트가 아닙니다/); // as it is spoken
  });

  it('makes the same again from the same plan', async () => {
    const again = await generate(
      { brief, plan: aPlan(), entryUrl, label },
      { media: createMemory(), renderer, films },
    );

    expect(again.filter(({ mediaType }) => mediaType !== 'application/pdf')).toEqual(
      creatives.filter(({ mediaType }) => mediaType !== 'application/pdf'),
    );
    expect(again.find(({ id }) => id === 'print-poster-pdf')?.sha256).toBe(find('print-poster-pdf')?.sha256);
  });
});

it('draws the longest brief there can be', async () => {
  const letters = '가나다라마바사아자차';
  const long = (length: number) => letters.repeat(4).slice(0, length);
  const prizes = Array.from({ length: 10 }, (_, index) => ({
    id: `prize-${index}`,
    name: long(30),
    quantity: 1_000,
    valueKrw: 99_999_999,
    costKrw: 1,
  }));
  const concept = aConcept({ prizes, title: long(40), odds: long(30) });
  const plan = aPlan({ concepts: [concept, concept, concept] });
  const store = { ...brief.store, name: long(40) };

  const creatives = await generate(
    { brief: { ...brief, name: long(40), store }, plan, entryUrl, label },
    { media: createMemory(), renderer, films },
  );

  expect(creatives.flatMap(({ dropped }) => dropped)).toEqual([]);
});

it('stops between two pictures when it is cancelled', async () => {
  const controller = new AbortController();
  const onItem = () => controller.abort();

  const making = generate(
    { brief, plan: aPlan(), entryUrl },
    { media: createMemory(), renderer, films, onItem },
    controller.signal,
  );

  await expect(making).rejects.toMatchObject({ name: 'AbortError' });
});
