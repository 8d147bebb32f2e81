import { contrast } from '../colour/contrast.js';
import { fontOf } from '../fonts.js';
import { rasterisePixels } from '../scene/rasterise.js';
import type { Scene, TextItem } from '../scene/scene.js';
import { descentEm } from '../scene/text-block.js';

interface SceneFault {
  readonly kind: 'outside' | 'glyph' | 'overlap';
  readonly text: string;
}

/** What a printer would send back. Empty for a good scene. */
export function sceneFaults(scene: Scene): SceneFault[] {
  const texts = textItems(scene);
  return [
    ...texts.filter((item) => strays(item, scene)).map(({ text }) => ({ kind: 'outside', text }) as const),
    ...texts.filter(lacksGlyph).map(({ text }) => ({ kind: 'glyph', text }) as const),
    ...collisions(texts),
  ];
}

export const textItems = (scene: Scene): TextItem[] => scene.items.filter((item) => item.kind === 'text');

/** By the width that was measured (no text is painted wider: see the painters' tests) and by the ascent and descent of Hangul. */
function strays(item: TextItem, { safe, width }: Scene): boolean {
  const { x, y, height } = safe;
  const slack = width / 10_000;
  return (
    item.x < x - slack ||
    item.x + item.width > x + safe.width + slack ||
    item.baseline - 0.82 * item.size < y - slack ||
    item.baseline + descentEm * item.size > y + height + slack
  );
}

function lacksGlyph({ text, face }: TextItem): boolean {
  return Array.from(text).some((char) => !fontOf(face).hasGlyphForCodePoint(char.codePointAt(0) ?? 0));
}

function collisions(items: readonly TextItem[]): SceneFault[] {
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other) => {
      const apart = 0.01 * one.size;
      const beside = one.x + one.width <= other.x + apart || other.x + other.width <= one.x + apart;
      const above = Math.abs(one.baseline - other.baseline) >= 0.78 * Math.min(one.size, other.size);
      return beside || above ? [] : [{ kind: 'overlap', text: `${one.text} / ${other.text}` }];
    }),
  );
}

/** Texts with less than 4.5 : 1 against anything that is painted where they stand, by looking at the pixels behind them. */
export function faintTexts(scene: Scene): string[] {
  const widthPx = 320;
  const heightPx = Math.round((widthPx * scene.height) / scene.width);
  const behind = { ...scene, items: scene.items.filter(({ kind }) => kind !== 'text') };
  const pixels = rasterisePixels(behind, { widthPx, heightPx });
  const scale = widthPx / scene.width;
  return textItems(scene).flatMap((item) => {
    const least = Math.min(
      ...coloursBehind(item, { pixels, widthPx, heightPx, scale }).map((colour) =>
        contrast(colour, item.fill),
      ),
    );
    return least < 4.45 ? [`${least.toFixed(2)} : 1 ${item.text}`] : [];
  });
}

interface Pixels {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scale: number;
}

/** A pixel is counted where it is one of a few like it: the mixed ones along an edge are not a ground. */
function coloursBehind(item: TextItem, { pixels, widthPx, heightPx, scale }: Pixels): string[] {
  const counts = new Map<string, number>();
  const [left, right] = [item.x, item.x + item.width].map((x) => Math.round(x * scale));
  const [top, bottom] = [item.baseline - 0.7 * item.size, item.baseline].map((y) => Math.round(y * scale));
  for (let y = Math.max(top ?? 0, 0); y <= Math.min(bottom ?? 0, heightPx - 1); y += 1) {
    for (let x = Math.max(left ?? 0, 0); x < Math.min(right ?? 0, widthPx); x += 1) {
      const at = (y * widthPx + x) * 4;
      const colour = `#${Buffer.from(pixels.subarray(at, at + 3)).toString('hex')}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].filter(([, count]) => count > all * 0.06).map(([colour]) => colour);
}
