import { fc, test } from '@fast-check/vitest';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { widthEm } from '../text/measure.js';
import { renderable } from '../text/renderable.js';
import { paintSvg } from './paint-svg.js';
import type { Scene, TextItem } from './scene.js';

const size = { widthPx: 4000, heightPx: 200 };

function sceneWith(text: string, face: TextItem['face'] = 'bold'): Scene {
  const box = { x: 0, y: 0, width: 4000, height: 200 };
  const line = { x: 0, baseline: 150, width: 0, size: 100, fill: '#000000' } as const;
  const items = [{ kind: 'text', text, face, ...line }] as const;
  return { unit: 'px', width: 4000, height: 200, bleed: 0, safe: box, title: '', items, dropped: [] };
}

function inkOf(scene: Scene): { x: number; y: number; width: number; height: number } {
  const { x = 0, y = 0, width = 0, height = 0 } = new Resvg(paintSvg(scene, size)).getBBox() ?? {};
  return { x, y, width, height };
}

describe('paintSvg', () => {
  it('lets no text of the input become markup', () => {
    const svg = paintSvg(sceneWith(`</svg><image href="file:///x"/>&amp;`), size);
    expect([svg.includes('image'), svg.includes('&'), svg.match(/<\/svg>/g)?.length]).toEqual([
      false,
      false,
      1,
    ]);
  });

  it('gives the picture the size asked for', () => {
    const { width, height } = new Resvg(paintSvg(sceneWith('가'), { widthPx: 400, heightPx: 21 })).render();
    expect([width, height]).toEqual([400, 21]);
  });

  it('draws a syllable above its baseline, about as tall as its size', () => {
    const { y, height } = inkOf(sceneWith('뷁'));
    expect([y > 55 && y < 80, y + height > 145 && y + height < 165]).toEqual([true, true]);
  });

  it('draws bold wider than regular', () => {
    expect(inkOf(sceneWith('가나다')).width).toBeGreaterThan(inkOf(sceneWith('가나다', 'regular')).width);
  });

  const parts = fc.constantFrom(
    '가',
    '뷁',
    'AV',
    'To',
    'fi',
    '->',
    '<',
    '1.',
    '”',
    ' ',
    'W',
    '（',
    '()',
    'é',
  );
  const words = fc.array(parts, { minLength: 1, maxLength: 12 });
  test.prop([words])('paints no text wider than it was measured', (pieces) => {
    const { text } = renderable(pieces.join(''));
    const { x, width } = inkOf(sceneWith(text));

    // Ink may pass the advance by the overhang of the last letter.
    expect(x + width).toBeLessThanOrEqual(widthEm(text, 'bold') * 100 + 4);
  });
});
