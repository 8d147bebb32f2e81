import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { describeWithPoppler } from '../../testing/describe-with-poppler.js';
import { aDesign, aUrl, shippedTemplates, someWords } from '../../testing/design-fixtures.js';
import { type Drawing, draw } from './drawing.js';

const families = shippedTemplates.map((template) => [template.name, template] as const);
const wall = { use: 'screen', width: 1_920, height: 1_080 } as const;
const a4 = { use: 'print', width: 210, height: 297 } as const;
const tent = { use: 'print', width: 105, height: 148 } as const;
const jpeg = (widthPx: number, heightPx: number, mostBytes = 5_000_000) =>
  ({ format: 'jpeg', widthPx, heightPx, mostBytes }) as const;

/** The finished file, at a share of its size. */
function seen(bytes: Uint8Array, mediaType: string, width: number, height: number, share = 1) {
  const href = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  const [wide, high] = [Math.round(width * share), Math.round(height * share)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"><image href="${href}" width="${wide}" height="${high}"/></svg>`;
  return new Resvg(svg).render();
}

// The package is CommonJS: its function is the `default` of what Node imports.
const codeIn = ({ pixels, width, height }: ReturnType<typeof seen>) =>
  jsqr.default(new Uint8ClampedArray(pixels), width, height)?.data;

describe('draw', () => {
  it.each(families)(
    'makes codes of %s that are read after JPEG at two fifths of the size',
    async (_, template) => {
      const screen = await draw({ design: aDesign({ template, format: wall }), output: jpeg(1_920, 1_080) });
      const card = await draw({ design: aDesign({ template, format: tent }), output: jpeg(620, 874) });

      expect(codeIn(seen(screen.bytes, 'image/jpeg', 1_920, 1_080, 0.4))).toBe(aUrl);
      expect(codeIn(seen(card.bytes, 'image/jpeg', 620, 874))).toBe(aUrl);
    },
  );

  it('loses quality until a file is small enough', async () => {
    const design = aDesign({ format: { use: 'preview', width: 800, height: 400 } });

    const [large, small] = await Promise.all([
      draw({ design, output: jpeg(800, 400) }),
      draw({ design, output: jpeg(800, 400, 40_000) }),
    ]);

    expect(large.bytes.length).toBeGreaterThan(40_000);
    expect(small.bytes.length).toBeLessThanOrEqual(40_000);
  });

  it('gives the same bytes in another process', async () => {
    const drawings: readonly Drawing[] = [
      { design: aDesign(), output: { format: 'png', widthPx: 270, heightPx: 270 } },
      { design: aDesign({ format: tent }), output: { format: 'pdf' } },
    ];
    const script = `import { createHash } from 'node:crypto';
      import { readFileSync } from 'node:fs';
      const { draw } = await import('${new URL('../../../dist/render/thread/drawing.js', import.meta.url).href}');
      for (const drawing of JSON.parse(readFileSync(0, 'utf8'))) {
        process.stdout.write(createHash('sha256').update((await draw(drawing)).bytes).digest('hex'));
      }`;

    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      input: JSON.stringify(drawings),
    });
    const here = await Promise.all(drawings.map(draw));

    expect(stdout).toBe(here.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')).join(''));
  });
});

describeWithPoppler('a printed page', (ask) => {
  it.each(families)('of %s embeds its fonts, keeps its words and lies in its bleed', async (_, template) => {
    const words = { ...someWords, title: '쀍뷁 新年 이벤트 100%' };
    const { bytes } = await draw({
      design: aDesign({ template, format: a4, words }),
      output: { format: 'pdf' },
    });

    const fonts = ask('pdffonts', bytes)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    expect(fonts.filter((line) => !/ yes yes yes /.test(line))).toEqual([]);
    const text = ask('pdftotext', bytes).replaceAll(/\s+/g, '');
    const lost = [
      words.store,
      words.title,
      words.period,
      words.address,
      ...words.prizes,
      ...words.steps,
      ...words.notices,
    ].filter((line) => !text.includes(line.replaceAll(' ', '')));
    expect(lost).toEqual([]);
    const file = Buffer.from(bytes).toString('latin1');
    const trim = /TrimBox \[([^\]]+)\]/
      .exec(file)?.[1]
      ?.split(' ')
      .map((edge) => Math.round((Number(edge) / 72) * 254) / 10);
    expect(trim).toEqual([3, 3, 213, 300]);
  });
});
