import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithPoppler } from '../../testing/describe-with-poppler.js';
import { aDesign, aUrl, shippedTemplates, someWords } from '../../testing/design-fixtures.js';
import { rasterisePixels } from '../scene/rasterise.js';
import type { Scene } from '../scene/scene.js';
import { draw } from '../thread/drawing.js';
import { composeScene } from './compose-scene.js';
import { foldScene } from './fold-scene.js';

const format = { use: 'print', width: 105, height: 148 } as const;
const pdf = { format: 'pdf' } as const;
// Others' codes are read as pictures in codes.test.ts.
const families = shippedTemplates
  .filter(({ name }) => ['photo', 'retro', 'season'].includes(name))
  .map((template) => [template.name, template] as const);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kt-event-fold-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const resolution = 200;

const run = (program: string, args: readonly string[]): string =>
  spawnSync(program, args).stdout.toString('utf8');

/** What zbar reads on one half of the page, which is cut out and turned as it is held. */
function codesOn(file: string, half: 'front' | 'back'): string[] {
  const mm = (length: number) => Math.round((length / 25.4) * resolution);
  const [wide, high] = [mm(111), mm(151)];
  const crop = ['-x', '0', '-y', String(half === 'back' ? 0 : high), '-W', String(wide), '-H', String(high)];
  const out = join(folder, half);
  run('pdftoppm', ['-r', String(resolution), '-png', '-singlefile', ...crop, file, out]);
  const stdout = run('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', `${out}.png`]);
  return stdout.trim().split('\n');
}

describeWithPoppler('a stand for the table', (ask) => {
  it.each(families)(
    'of %s has its code and its words on either side, fonts and bleed',
    async (_, template) => {
      const { bytes } = await draw({ design: aDesign({ template, format, folded: true }), output: pdf });
      const file = join(folder, 'stand.pdf');
      writeFileSync(file, bytes);

      expect(codesOn(file, 'front')).toEqual([aUrl]);
      expect(codesOn(file, 'back')).toEqual([aUrl]);
      const text = ask('pdftotext', bytes).replaceAll(/\s+/g, '');
      const times = (words: string) => text.split(words.replaceAll(' ', '')).length - 1;
      expect([someWords.title, someWords.address].map(times)).toEqual([2, 2]);
      const fonts = ask('pdffonts', bytes)
        .split('\n')
        .slice(2)
        .filter((line) => line !== '');
      expect(fonts.filter((line) => !/ yes yes yes /.test(line))).toEqual([]);
      const trim = /TrimBox \[([^\]]+)\]/.exec(readFileSync(file, 'latin1'))?.[1]?.split(' ').map(Number);
      expect(trim?.map((edge) => Math.round((edge / 72) * 254) / 10)).toEqual([3, 3, 108, 299]);
    },
  );

  it('would be caught on one side only', async () => {
    const { bytes } = await draw({ design: aDesign({ format }), output: pdf });
    const file = join(folder, 'card.pdf');
    writeFileSync(file, bytes);

    expect(codesOn(file, 'front')).not.toEqual(codesOn(file, 'back'));
  });

  it('has a code of 25 mm and more within its quiet zone', () => {
    const panels = foldScene(composeScene(aDesign({ format }))).items.filter((item) => item.kind === 'panel');
    const sides = panels.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'path' && item.fill === '#111111'
          ? [Math.max(...(item.d.match(/[\d.]+/g) ?? []).map(Number)) * item.scale]
          : [],
      ),
    );

    expect(panels.map(({ turned }) => turned)).toEqual([true, false]);
    expect(sides).toHaveLength(2);
    expect(Math.min(...sides)).toBeGreaterThanOrEqual(25);
  });
});

describe('a folded page', () => {
  const size = { widthPx: 210, heightPx: 592 };
  const page = (name: string) => {
    const template = shippedTemplates.find((one) => one.name === name) ?? expect.fail();
    return foldScene(composeScene(aDesign({ template, format })));
  };

  /** Bytes that are not what they are with the page turned, but for edges and what lies within 2 mm of the fold. */
  function oneSided(scene: Scene): number {
    const pixels = rasterisePixels(scene, size);
    const turned = Buffer.from(pixels).swap32().reverse();
    const fold = pixels.length / 2;
    const near = 4 * size.widthPx * 4;
    return pixels.filter(
      (byte, place) => Math.abs(place - fold) > near && Math.abs(byte - (turned[place] ?? 0)) > 64,
    ).length;
  }

  it.each(shippedTemplates.map(({ name }) => name))('of %s looks the same from both sides', (name) => {
    expect(oneSided(page(name))).toBeLessThan(0.001 * size.widthPx * size.heightPx * 4);
  });

  it('would be caught with one side running over the other', () => {
    const scene = page('magazine');
    const items = scene.items.map((item) =>
      item.kind === 'panel' && item.clip
        ? { ...item, clip: { ...item.clip, y: item.clip.y - 20, height: item.clip.height + 20 } }
        : item,
    );

    expect(oneSided({ ...scene, items })).toBeGreaterThan(0.001 * size.widthPx * size.heightPx * 4);
  });
});
