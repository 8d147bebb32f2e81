import { expect, it } from 'vitest';
import { aDesign, shippedTemplates } from '../../testing/design-fixtures.js';
import { checkFormats } from '../check/check-formats.js';
import { hardWords } from '../check/hard-words.js';
import { faintTexts, sceneFaults } from '../check/scene-faults.js';
import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import type { Picture } from '../scene/scene.js';
import { composeScene } from './compose-scene.js';
import { showsPicture } from './shows-picture.js';
import type { Template } from './template-schema.js';

/** A painting of one grey: whatever stands on it itself is faint on one of the three. */
function paintingOf(level: number): Picture {
  const side = 64;
  const bytes = encodeJpeg({
    pixels: new Uint8Array(side * side * 4).fill(level),
    width: side,
    height: side,
  });
  return { bytes, mediaType: 'image/jpeg', widthPx: side, heightPx: side };
}

const paintings = [0, 118, 255].map(paintingOf);
const aiLabel = 'AI로 그린 그림 · 실제와 다를 수 있음';
const families = shippedTemplates
  .filter((template) => showsPicture(template))
  .map((template) => [template.name, template] as const);

function faultsOf(template: Template): string[] {
  return checkFormats.flatMap((format) =>
    [hardWords.plain, hardWords.long, hardWords.bare].flatMap((words) =>
      paintings.flatMap((picture) => {
        const scene = composeScene(aDesign({ template, format, words, picture, aiLabel }));
        return [...sceneFaults(scene).map(({ kind, text }) => `${kind} ${text}`), ...faintTexts(scene)];
      }),
    ),
  );
}

it.each(families)(
  'every word of %s can be read, whatever is painted behind it',
  (_, template) => {
    expect(faultsOf(template)).toEqual([]);
  },
  60_000,
);

it('would be caught with a word on the painting itself', () => {
  const [, snapshot] = families.find(([name]) => name === 'snapshot') ?? expect.fail('no snapshot');
  const feed = snapshot.layouts.feed.map((layer) =>
    'picture' in layer ? { ...layer, in: 'page' as const, box: [0, 0, 100, 100] as typeof layer.box } : layer,
  );
  const bare = feed.filter((layer) => !('shape' in layer));

  expect(faultsOf({ ...snapshot, layouts: { ...snapshot.layouts, feed: bare } })).not.toEqual([]);
});
