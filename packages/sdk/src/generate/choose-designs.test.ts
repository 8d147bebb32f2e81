import { expect, it } from 'vitest';
import { openDesigns, type Template } from '../render/index.js';
import { aBrief } from '../testing/fixtures.js';
import { chooseLooks } from './choose-designs.js';

const designs = await openDesigns();
const stores = Array.from({ length: 300 }, (_, index) => `카페 ${index}호점`);
const looksOf = (name: string, season?: string) =>
  chooseLooks({ brief: aBrief({ store: { ...aBrief().store, name } }), season }, designs);

/** In how many of its layouts a template has room for a picture. */
const roomsOf = ({ layouts }: Template) =>
  Object.values(layouts).filter((layers) => layers.some((layer) => 'picture' in layer)).length;

it('gives a store three families, always the same', () => {
  const names = looksOf('카페 온도').map(({ template }) => template.name);

  expect(new Set(names).size).toBe(3);
  expect(looksOf('카페 온도')).toEqual(looksOf('카페 온도'));
});

it('dresses three hundred cafés so that few look alike', () => {
  const faces = stores.map((name) => {
    const [first] = looksOf(name);
    return `${first?.template.name} ${first?.scheme.deep} ${first?.motifs.trade[0]}`;
  });

  const most = Math.max(...faces.map((face) => faces.filter((other) => other === face).length));
  expect(new Set(faces).size).toBeGreaterThan(150);
  expect(most).toBeLessThan(8);
});

it('dresses one of the three for the season, and none out of season', () => {
  const seasonal = (season?: string) =>
    stores.map((name) => looksOf(name, season).filter(({ template }) => template.seasonal).length);

  expect(new Set(seasonal('christmas'))).toEqual(new Set([1]));
  expect(new Set(seasonal())).toEqual(new Set([0]));
});

it('shows a painting in all three looks of a store that pays for one, in season and out of it', () => {
  const names = stores.map((name) => {
    const brief = aBrief({ store: { ...aBrief().store, name } });
    const looks = ['christmas', undefined].map((season) =>
      chooseLooks({ brief, season, paints: true }, designs).map(({ template }) => template),
    );
    return looks.flatMap((three) => three.map((template) => [template.name, roomsOf(template)] as const));
  });

  expect(new Set(names.flat().map(([name]) => name))).toEqual(new Set(['magazine', 'photo', 'snapshot']));
  expect(names.flat().every(([, rooms]) => rooms === 5)).toBe(true);
  expect(new Set(names.map(([first]) => first?.[0])).size).toBe(3);
});

it('keeps to the colour of a brand', () => {
  const store = { ...aBrief().store, brand: { colour: '#0b6e4f' } };

  const looks = chooseLooks({ brief: aBrief({ store }), season: undefined }, designs);

  expect(looks.map(({ scheme }) => scheme.deep)).toEqual(['#0b6e4f', '#0b6e4f', '#0b6e4f']);
});
