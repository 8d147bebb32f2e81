import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { UserError } from '../../errors/index.js';
import { shippedTemplates } from '../../testing/design-fixtures.js';
import { readTemplate } from './read-template.js';

const minimal = readFileSync(new URL('../../../assets/templates/minimal.json', import.meta.url), 'utf8');
/** Line and column of the first occurrence of a text. */
const placeOf = (text: string, wanted: string) => {
  const before = text.slice(0, text.indexOf(wanted));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
};

function issuesOf(text: string) {
  try {
    readTemplate(text, 'own.json');
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.issues.map(({ file, line, column, message }) => ({ file, line, column, en: message.en }));
  }
}

it('reads ten families', () => {
  expect(shippedTemplates.map(({ name }) => name)).toEqual([
    'bold',
    'coupon',
    'magazine',
    'minimal',
    'photo',
    'pop',
    'receipt',
    'retro',
    'season',
    'snapshot',
  ]);
});

it.each([
  ['a wrong value', '"display": "serif"', '"display": "comic"', '"comic"'],
  ['a wrong number', '"version": 1', '"version": 2', '2,'],
  ['a part that was never written', '"use": "foot"', '"use": "feet"', '"feet"'],
])('points at %s', (_, good, bad, at) => {
  const text = minimal.replace(good, bad);
  const [issue] = issuesOf(text);

  expect(issue).toMatchObject({ file: 'own.json', ...placeOf(text, at) });
});

it('points into the layer that is wrong, not at the whole of it', () => {
  const text = minimal.replace('"shape": "arch"', '"shape": "arc"');

  expect(issuesOf(text)).toMatchObject([{ file: 'own.json', ...placeOf(text, '"arc"') }]);
});

it('names an unknown key and a layer that is none', () => {
  expect(issuesOf(minimal.replace('"valign"', '"vallign"'))[0]?.en).toContain('vallign');
  expect(issuesOf(minimal.replace('"shape": "arch"', '"shapes": "arch"'))[0]?.en).toContain(
    'Needs one of: shape',
  );
});

it('points at what is no JSON', () => {
  const text = minimal.replace('"version": 1,', '"version": 1');

  expect(issuesOf(text)).toMatchObject([{ file: 'own.json', ...placeOf(text, '"name"') }]);
});

it('refuses a part that holds itself', () => {
  const text = minimal.replace('"head": {', '"loop": { "use": "loop" }, "head": {');

  expect(issuesOf(text)).toMatchObject([{ en: '"loop" is no part that can be used here' }]);
});
