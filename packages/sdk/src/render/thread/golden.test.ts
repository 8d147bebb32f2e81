import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aDesign, shippedTemplates, someWords } from '../../testing/design-fixtures.js';
import { draw } from './drawing.js';

const golden: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('__fixtures__/golden.json', import.meta.url), 'utf8'),
);

const feed = { use: 'feed', width: 1_080, height: 1_350 } as const;
const screen = { use: 'screen', width: 1_920, height: 1_080 } as const;
const tent = { use: 'print', width: 105, height: 148 } as const;

/** A JPEG, a PNG and a PDF of one template. */
async function hashesOf(name: string, words = someWords) {
  const template = shippedTemplates.find((one) => one.name === name) ?? expect.fail(`no template ${name}`);
  const drawn = await Promise.all([
    draw({
      design: aDesign({ template, format: feed, words }),
      output: { format: 'jpeg', widthPx: 540, heightPx: 675, mostBytes: 8_000_000 },
    }),
    draw({
      design: aDesign({ template, format: screen, words }),
      output: { format: 'png', widthPx: 960, heightPx: 540 },
    }),
    draw({ design: aDesign({ template, format: tent, words }), output: { format: 'pdf' } }),
  ]);
  return drawn.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
}

it('has a hash for every template', () => {
  expect(Object.keys(golden)).toEqual(shippedTemplates.map(({ name }) => name));
});

// The same on Node 20 and 24. A template or a font that is meant to change changes them: write what is shown.
it.each(Object.entries(golden))('draws %s to the byte as it was drawn', async (name, hashes) => {
  expect(await hashesOf(name)).toEqual(hashes);
});

it('would be caught with another word', async () => {
  expect(await hashesOf('bold', { ...someWords, title: '다른 이벤트' })).not.toEqual(golden['bold']);
});
