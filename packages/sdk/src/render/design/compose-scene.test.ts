import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { aDesign, aUrl, shippedTemplates, someWords } from '../../testing/design-fixtures.js';
import { checkFormats } from '../check/check-formats.js';
import { faintTexts, sceneFaults, textItems } from '../check/scene-faults.js';
import { schemeOf, schemeOfBrand } from '../colour/scheme.js';
import { composeScene } from './compose-scene.js';
import type { Template } from './template-schema.js';

const syllables = '가나다라쀍뷁똠방각하커피할인이벤트추첨선물';
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...syllables), minLength: 1, maxLength: 7 }) },
  fc.constantFrom(
    'Coffee',
    'WWWWWW',
    '漢字',
    '新年',
    '☕',
    '🎁',
    '👨‍👩‍👧',
    '<b>&',
    '12,000원',
    '100%',
    '쀍뷁',
    'กข',
  ),
);
/** At most so many characters, as the schema of a brief has it. */
const line = (most: number) =>
  fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(' ').slice(0, most)),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('').slice(0, most)),
  );

const anyDesign = fc.record({
  template: fc.constantFrom(...shippedTemplates),
  format: fc.constantFrom(...checkFormats),
  store: line(40),
  title: line(40).map((text) => text || '이벤트'),
  subtitle: line(40),
  prize: line(60),
  prizes: fc.array(line(36), { minLength: 1, maxLength: 4 }),
  odds: line(40),
  label: fc.constantFrom(undefined, '리허설용 · 실제 이벤트가 아닙니다'),
  aiLabel: fc.constantFrom(undefined, 'AI로 만든 그림'),
});

describe('composeScene', () => {
  test.prop([anyDesign], { numRuns: 1_000 })(
    'keeps every text of a thousand briefs inside, apart and drawn, whatever they say',
    ({ template, format, label, aiLabel, ...words }) => {
      const design = aDesign({ template, format, label, aiLabel, words: { ...someWords, ...words } });

      expect(sceneFaults(composeScene(design))).toEqual([]);
    },
    300_000,
  );

  it('keeps a title inside whose lines stand so tight that the last reaches below its own', () => {
    const template = shippedTemplates.find(({ name }) => name === 'receipt') ?? expect.fail();
    const words = {
      ...someWords,
      store: '가 가가 가가가가가가 가가가가가',
      title: `가Coffee${'가'.repeat(25)}똠가가가가가`,
      subtitle: '',
    };
    const design = aDesign({ template, format: { use: 'screen', width: 1_920, height: 1_080 }, words });

    expect(sceneFaults(composeScene(design))).toEqual([]);
  });

  it('would be caught with a text outside, one on another and one without its glyph', () => {
    const scene = composeScene(aDesign());
    const [first] = textItems(scene);
    const broken = first
      ? [{ ...first, x: first.x + 900 }, first, first, { ...first, face: 'round', text: '쀍' }]
      : [];

    const faults = sceneFaults({ ...scene, items: broken as typeof scene.items });

    expect(faults.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['outside', 'overlap', 'glyph']));
  });

  const schemes = [
    ...[20, 60, 110, 150, 205, 262, 300, 350].map((deep) =>
      schemeOf({ deep, accent: 85, second: deep + 40 }),
    ),
    ...['#fee500', '#0b6e4f', '#e60012', '#808080', '#f5f5f5', '#111111'].map((colour) =>
      schemeOfBrand({ colour }),
    ),
  ];

  it.each(shippedTemplates.map((template) => [template.name, template] as const))(
    'sets no text of %s fainter than 4.5 : 1, whatever the colours',
    (_, template) => {
      const faint = checkFormats.flatMap((format, index) => {
        const scheme =
          schemes[(index * 3 + template.name.length) % schemes.length] ??
          schemeOf({ deep: 0, accent: 0, second: 0 });
        return [scheme, schemes[index % schemes.length] ?? scheme].flatMap((each) =>
          faintTexts(composeScene(aDesign({ template, format, scheme: each }))).map(
            (fault) => `${format.use} ${format.width} ${fault}`,
          ),
        );
      });

      expect(faint).toEqual([]);
    },
  );

  it('would be caught with faint text', () => {
    const scene = composeScene(aDesign());
    const items = scene.items.map((item) => (item.kind === 'text' ? { ...item, fill: '#777777' } : item));

    expect(faintTexts({ ...scene, items })).not.toEqual([]);
  });

  it.each(checkFormats)(
    'shows the honest line and the mark of a model at $width × $height ($use)',
    (format) => {
      const texts = shippedTemplates.map((template) =>
        textItems(
          composeScene(aDesign({ template, format, label: '리허설용', aiLabel: 'AI로 만든 그림' })),
        ).map(({ text }) => text),
      );

      expect(texts.filter((each) => !each.includes('리허설용') || !each.join(' ').includes('AI로'))).toEqual(
        [],
      );
    },
  );

  it('keeps a reel clear of what apps lay over it', () => {
    const { safe } = composeScene(aDesign({ format: { use: 'reel', width: 1_080, height: 1_920 } }));

    expect([safe.y, safe.y + safe.height].map((y) => y / 1_920)).toEqual([0.14, 0.65]);
    expect([safe.x, safe.x + safe.width].map(Math.round)).toEqual([65, 1_015]);
  });

  it('sets no print below 8 pt, no headline of a poster below 30 pt, and text on a wall at a twentieth of its height', () => {
    const points = (format: (typeof checkFormats)[number]) =>
      shippedTemplates.flatMap((template) =>
        textItems(composeScene(aDesign({ template, format }))).map(({ size }) => size),
      );
    const print = points({ use: 'print', width: 210, height: 297 }).map((mm) => (mm * 72) / 25.4);

    expect(Math.min(...print)).toBeGreaterThanOrEqual(7.99);
    expect(Math.min(...points({ use: 'screen', width: 1_920, height: 1_080 }))).toBeGreaterThanOrEqual(53.9);
  });

  it('puts the logo and a painted picture where the template has room for them, and draws without either', () => {
    const picture = { bytes: new Uint8Array(1), mediaType: 'image/png', widthPx: 100, heightPx: 40 } as const;
    const photo = shippedTemplates.find(({ name }) => name === 'photo') as Template;
    const pictures = (over: object) =>
      composeScene(aDesign({ template: photo, ...over })).items.filter(({ kind }) => kind === 'picture')
        .length;

    expect([
      pictures({}),
      pictures({ picture }),
      pictures({ logo: picture }),
      pictures({ logo: picture, picture }),
    ]).toEqual([0, 1, 1, 2]);
  });

  it('stands the drawing of a slot where nothing covers it, and its ground over the whole of the slot', () => {
    const focus = [50, 20, 50, 30] as const;
    const drawn = (over: object) => {
      const slot = { picture: 'slot', box: [0, 0, 100, 100], in: 'page', fill: 'second', radius: 0, ...over };
      const feed = [slot] as unknown as Template['layouts']['feed'];
      const photo = shippedTemplates[0] as Template;
      const { items } = composeScene(
        aDesign({ template: { ...photo, layouts: { ...photo.layouts, feed } } }),
      );
      const [, ground, , ...drawing] = items;
      const places = drawing.flatMap((item) => (item.kind === 'path' ? [item] : []));
      return { ground, places };
    };

    const [held, free] = [drawn({ focus }), drawn({})];

    expect(held.ground).toEqual(free.ground);
    expect(held.places.every(({ x, y }) => x >= 540 && y >= 216 && y <= 540)).toBe(true);
    expect(free.places.every(({ x, y }) => x >= 540 && y >= 216 && y <= 540)).toBe(false);
  });

  it('names the characters that could not be drawn', () => {
    expect(composeScene(aDesign({ words: { ...someWords, title: 'กข 이벤트 漢字' } })).dropped).toEqual([
      'ก',
      'ข',
    ]);
  });

  it('says in words what to do when the texts do not fit', () => {
    const words = { ...someWords, notices: Array(200).fill('아주 긴 안내') };
    const attempt = () => composeScene(aDesign({ words, format: { use: 'print', width: 210, height: 297 } }));

    expect(attempt).toThrowError(expect.objectContaining({ code: 'USER_022' }));
  });

  it('shows no code on a picture that is read on the phone itself', () => {
    const codes = checkFormats.filter((format) => {
      const { items } = composeScene(
        aDesign({ format, url: format.use === 'screen' || format.use === 'print' ? aUrl : undefined }),
      );
      return items.some((item) => item.kind === 'path' && item.fill === '#111111');
    });

    expect(codes.map(({ use }) => use)).toEqual(['screen', 'screen', 'print', 'print', 'print']);
  });
});
