import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaStore } from '../providers/media-store.js';
import { openDesigns, openRenderer } from '../render/index.js';
import type { Creative } from '../schema/creative.js';
import { type Channel, channelSchema } from '../schema/primitives.js';
import { createFakeFilms } from '../testing/fake-films.js';
import { aBrief, aConcept, aPlan } from '../testing/fixtures.js';
import { generate } from './generate.js';

const brief = aBrief({ channels: channelSchema.options });
const entryUrl = (place: Channel | 'print') => `http://127.0.0.1:8787/e/abcd1234?from=${place}`;
const label = '리허설용 · 실제 이벤트가 아닙니다';

const renderer = openRenderer();
const designs = await openDesigns();
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
    creatives = await generate(
      { brief, plan: aPlan(), entryUrl, label },
      { media, renderer, designs, films, onItem },
    );
  });
  const find = (id: string) => creatives.find((creative) => creative.id === id);

  it('publishes a text for every channel and the one picture each can show', () => {
    const published = creatives.filter(({ spare }) => spare !== true);
    expect(published.map(({ id }) => id)).toEqual([
      'wooridongne_tv-text',
      'wooridongne_tv-screen',
      'ringo_biz-text',
      'genie_tv-text',
      'genie_tv-screen',
      'instagram-text',
      'instagram-square',
      'naver_blog-text',
      'naver_blog-square',
      'kakao_channel-text',
      'kakao_channel-wide',
      'print-poster-png',
      'print-poster-pdf',
      'print-poster-a3-png',
      'print-poster-a3-pdf',
      'print-tent-png',
      'print-tent-pdf',
      'instagram-reel',
      'wooridongne_tv-spot',
      'genie_tv-spot',
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

  it('makes three looks of different families, each in every size', () => {
    const looks = creatives.filter(({ id }) => /^instagram-square/.test(id)).map(({ look }) => look);
    const sizes = (channel: string) =>
      creatives.filter((creative) => creative.channel === channel && creative.kind === 'image').length;

    expect(new Set(looks).size).toBe(3);
    expect(['instagram', 'naver_blog', 'kakao_channel', 'genie_tv'].map(sizes)).toEqual([9, 3, 3, 6]);
  });

  it('keeps every picture within what its channel takes', () => {
    const large = creatives.filter(({ bytes, mostBytes = Number.POSITIVE_INFINITY }) => bytes > mostBytes);

    expect(large).toEqual([]);
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

  it('makes no film where none is wanted', async () => {
    const made = await generate(
      { brief: { ...brief, video: false }, plan: aPlan(), entryUrl, label },
      { media: createMemory(), renderer, designs, films },
    );

    expect(made.map(({ id }) => id)).toEqual(
      creatives.filter(({ kind }) => kind !== 'video').map(({ id }) => id),
    );
  });

  it('makes the same again from the same plan', async () => {
    const again = await generate(
      { brief, plan: aPlan(), entryUrl, label },
      { media: createMemory(), renderer, designs, films },
    );

    expect(again.filter(({ mediaType }) => mediaType !== 'application/pdf')).toEqual(
      creatives.filter(({ mediaType }) => mediaType !== 'application/pdf'),
    );
    expect(again.find(({ id }) => id === 'print-poster-pdf')?.sha256).toBe(find('print-poster-pdf')?.sha256);
  });
});

it('publishes the look that the store chose, in the family and as many as it asked for', async () => {
  const design = { template: 'retro', looks: 2, choice: 2 };

  const creatives = await generate(
    { brief: aBrief({ channels: ['kakao_channel'], design }), plan: aPlan(), entryUrl },
    { media: createMemory(), renderer, designs, films },
  );

  const pictures = creatives.filter(({ kind }) => kind === 'image');
  expect(pictures.map(({ id, spare }) => [id, spare])).toEqual([
    ['kakao_channel-wide', true],
    ['kakao_channel-wide-2', undefined],
  ]);
  expect(pictures[0]?.look).toBe('retro');
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
    { media: createMemory(), renderer, designs, films },
  );

  expect(creatives.flatMap(({ dropped }) => dropped)).toEqual([]);
});

it('stops between two pictures when it is cancelled', async () => {
  const controller = new AbortController();
  const onItem = () => controller.abort();

  const making = generate(
    { brief, plan: aPlan(), entryUrl },
    { media: createMemory(), renderer, designs, films, onItem },
    controller.signal,
  );

  await expect(making).rejects.toMatchObject({ name: 'AbortError' });
});
