import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../errors/index.js';
import { fontOf } from '../fonts.js';
import type { Scene, TextItem } from '../scene/scene.js';
import type { ImageInput } from './image-input.js';
import { createImageScene } from './image-scene.js';
import type { PosterInput } from './poster-input.js';
import { createPosterScene } from './poster-scene.js';

const poster: PosterInput = {
  storeName: '카페 온도',
  title: '첫 방문 QR 이벤트',
  prizeLines: ['☕ 아메리카노 10명'],
  periodLine: '12월 1일(화) ~ 12월 14일(월)',
  howTo: ['휴대폰 카메라로 QR을 찍어요'],
  notices: ['1인 1회 응모할 수 있습니다.'],
  url: 'https://on.example/e/ondo12',
  shortUrl: 'on.example/e/ondo12',
};

const image: ImageInput = {
  widthPx: 1080,
  heightPx: 1080,
  storeName: '카페 온도',
  title: '첫 방문 QR 이벤트',
  subtitle: '처음 오셨나요?',
  prizeLine: '아메리카노 10명',
  periodLine: '12월 1일(화) ~ 12월 14일(월)',
};

const label = '리허설용 · 실제 이벤트가 아닙니다';
const pointsPerMm = 72 / 25.4;

function textItems(scene: Scene): TextItem[] {
  return scene.items.filter((item) => item.kind === 'text');
}

/** The texts that leave the safe area, by advance width and by the font's ascent and descent. */
function strayTexts(scene: Scene): string[] {
  const { x, y, width, height } = scene.safe;
  const slack = 0.01 * (scene.width / 100);
  return textItems(scene)
    .filter((item) => {
      const font = fontOf(item.face);
      const advance = (font.layout(item.text).advanceWidth / font.unitsPerEm) * item.size;
      return (
        item.x < x - slack ||
        item.x + Math.max(advance, item.width) > x + width + slack ||
        item.baseline - 0.85 * item.size < y - slack ||
        item.baseline + 0.2 * item.size > y + height + slack
      );
    })
    .map(({ text }) => text);
}

/** Pairs of text items that lie on one another. */
function collisions(scene: Scene): string[] {
  const items = textItems(scene);
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other) => {
      const apart = 0.01 * one.size;
      const beside = one.x + one.width <= other.x + apart || other.x + other.width <= one.x + apart;
      const above = Math.abs(one.baseline - other.baseline) >= 0.8 * Math.min(one.size, other.size);
      return beside || above ? [] : [`${one.text} / ${other.text}`];
    }),
  );
}

/** The scene, or undefined when the catalogue's own error says that the texts do not fit. */
function sceneOf(create: () => Scene): Scene | undefined {
  try {
    return create();
  } catch (error) {
    if (error instanceof UserError && error.code === 'USER_022') return undefined;
    throw error;
  }
}

const word = fc.oneof(
  fc.constantFrom(
    '가',
    '뷁쀍',
    '카페',
    '이벤트',
    'Coffee',
    'WWW',
    '漢字',
    '☕',
    '🎁',
    '🇰🇷',
    '👨‍👩‍👧',
    '<b>',
    '&',
    '12월 1일(화)',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const textOf = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '));
const runOn = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
const line = fc.oneof(textOf(8), runOn);

const anyPoster = fc.record({
  ...{
    storeName: line,
    title: line,
    subtitle: line,
    periodLine: line,
    oddsLine: line,
    shortUrl: line,
    label: line,
  },
  prizeLines: fc.array(line, { maxLength: 4 }),
  howTo: fc.array(line, { maxLength: 4 }),
  notices: fc.array(textOf(20), { maxLength: 6 }),
});
const anyImage = fc.record({
  ...{
    storeName: line,
    title: line,
    subtitle: line,
    prizeLine: line,
    periodLine: line,
    badge: line,
    label: line,
  },
  size: fc.constantFrom([1080, 1080], [1080, 1350], [1080, 1920], [1920, 1080], [800, 400], [800, 600]),
  url: fc.option(fc.constant(poster.url), { nil: undefined }),
});

describe('scenes', () => {
  test.prop([anyPoster], { numRuns: 60 })(
    'keep every text of a poster inside and apart, whatever it says',
    (texts) => {
      const scene = sceneOf(() => createPosterScene({ ...poster, ...texts }));

      expect(scene ? [...strayTexts(scene), ...collisions(scene)] : []).toEqual([]);
    },
  );

  test.prop([anyImage], { numRuns: 60 })(
    'keep every text of a picture inside and apart, at any size',
    (value) => {
      const { size, url, ...texts } = value;
      const [widthPx = 0, heightPx = 0] = size;
      const input = { ...image, ...texts, widthPx, heightPx, ...(url === undefined ? {} : { url }) };
      const scene = sceneOf(() => createImageScene(input));

      expect(scene ? [...strayTexts(scene), ...collisions(scene)] : []).toEqual([]);
    },
  );

  it('would be caught with a text outside or on another', () => {
    const scene = createImageScene(image);
    const [first, ...rest] = textItems(scene);
    const broken = {
      ...scene,
      items: [...rest, ...(first ? [{ ...first, x: first.x + 900 }, first, first] : [])],
    };

    expect(strayTexts(broken)).toEqual([first?.text]);
    expect(collisions(broken).length).toBeGreaterThan(0);
  });

  it('set no print below 8 pt and no headline below 30 pt', () => {
    const notices = Array.from(
      { length: 12 },
      (_, index) => `${index + 1}. 유의 사항을 자세히 적은 긴 문장입니다`,
    );
    const items = textItems(
      createPosterScene({ ...poster, notices, prizeLines: Array(5).fill('경품 한 줄 3명') }),
    );
    const points = items.map(({ size }) => size * pointsPerMm);

    expect(Math.min(...points)).toBeGreaterThanOrEqual(7.99);
    expect(Math.max(...points)).toBeGreaterThanOrEqual(29.99);
  });

  it('say in words what to do when the texts do not fit', () => {
    const attempt = () => createPosterScene({ ...poster, notices: Array(200).fill('아주 긴 안내') });
    expect(attempt).toThrowError(expect.objectContaining({ code: 'USER_022' }));
  });

  it.each([
    [1080, 1080],
    [1080, 1920],
    [1920, 1080],
    [800, 400],
  ])('show the label on a %i × %i picture', (widthPx, heightPx) => {
    const texts = textItems(createImageScene({ ...image, widthPx, heightPx, label })).map(({ text }) => text);
    expect(texts.join(' ')).toContain('리허설용');
  });

  it('show the label on a poster', () => {
    expect(textItems(createPosterScene({ ...poster, label })).map(({ text }) => text)).toContain(label);
  });

  it('keep a full-screen picture clear of what apps lay over it', () => {
    const { safe } = createImageScene({ ...image, heightPx: 1920 });
    expect([safe.y / 1920, (safe.y + safe.height) / 1920]).toEqual([0.14, 0.65]);
  });

  it('set text on a wall screen at a twentieth of its height or more', () => {
    const items = textItems(createImageScene({ ...image, widthPx: 1920, url: poster.url, label }));
    expect(Math.min(...items.map(({ size }) => size))).toBeGreaterThanOrEqual(54);
  });

  it('name the characters that could not be drawn', () => {
    expect(createPosterScene({ ...poster, title: 'กข 이벤트' }).dropped).toEqual(['ก', 'ข']);
    expect(createImageScene({ ...image, title: 'กข 이벤트' }).dropped).toEqual(['ก', 'ข']);
  });
});
