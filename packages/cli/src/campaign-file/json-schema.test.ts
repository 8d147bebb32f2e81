import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { campaignJsonSchema } from './json-schema.js';
import { keysAt, type Shape, shapeAt } from './shape.js';

const committed = readFileSync(new URL('../../../../examples/campaign.schema.json', import.meta.url), 'utf8');
const shape: Shape = JSON.parse(committed);

it('is committed as it is generated', () => {
  expect(shape).toEqual(JSON.parse(campaignJsonSchema()));
});

it('knows every key of a campaign file and says what it is for', () => {
  expect(keysAt(shape, [])).toEqual([
    'version',
    'name',
    'store',
    'objective',
    'budgetKrw',
    'period',
    'entry',
    'prizes',
    'channels',
    'draw',
    'concept',
    'video',
    'processors',
    'sales',
    'templates',
    'design',
    'guards',
    'consentNotices',
    'taxBearer',
    'own',
    'outdoor',
    'waivers',
  ]);
  expect(keysAt(shape, ['entry'])).toContain('stock');
  expect(shapeAt(shape, ['store', 'phone'])?.description).toContain('02-1234-5678');
});

it('refuses a key it does not know', () => {
  expect(shape).toMatchObject({ additionalProperties: false });
});
