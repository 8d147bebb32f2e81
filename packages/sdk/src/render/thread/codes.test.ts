import { Resvg } from '@resvg/resvg-js';
import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { describeWithFfmpeg } from '../../testing/describe-with-ffmpeg.js';
import { aDesign, aUrl, shippedTemplates } from '../../testing/design-fixtures.js';
import { checkFormats } from '../check/check-formats.js';
import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import { draw } from './drawing.js';

const coded = checkFormats.filter(({ use }) => use === 'screen' || use === 'print');
/** 300 dots per inch and, for A3, 150. */
const pixelsOf = ({ use, width, height }: (typeof checkFormats)[number]) => {
  const scale = use === 'screen' ? 1 : width > 250 ? 5.906 : 11.811;
  return { widthPx: Math.round(width * scale), heightPx: Math.round(height * scale) };
};
const cases = shippedTemplates.flatMap((template) =>
  coded.map((format) => [template.name, `${format.width}×${format.height}`, template, format] as const),
);

/** Pixels of a picture at two fifths of its size. */
function small(bytes: Uint8Array, mediaType: string, width: number, height: number, share = 1) {
  const [wide, high] = [Math.round(width * share), Math.round(height * share)];
  const href = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  const image = `<image href="${href}" width="${wide}" height="${high}"/>`;
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">${image}</svg>`,
  ).render();
}

describeWithFfmpeg('the code of a picture', (ask) => {
  const zbarIn = (file: Uint8Array) => ask('zbarimg', '-q --raw -', file).stdout.toString().trim();
  /** What two readers that know nothing of each other make of it after a messenger has had its way with it. */
  function readers(png: Uint8Array, width: number, height: number): (string | undefined)[] {
    const seen = small(png, 'image/png', width, height, 0.4);
    const file = encodeJpeg({ pixels: seen.pixels, width: seen.width, height: seen.height }, 60);
    const again = small(file, 'image/jpeg', seen.width, seen.height);
    const found = jsqr.default(new Uint8ClampedArray(again.pixels), again.width, again.height);
    return [zbarIn(file), found?.data];
  }

  it.each(cases)(
    '%s, %s, is read at two fifths of its size as a poor JPEG',
    async (_, _size, template, format) => {
      const { widthPx, heightPx } = pixelsOf(format);
      const output = { format: 'png', widthPx, heightPx } as const;
      const { bytes } = await draw({ design: aDesign({ template, format }), output });

      expect(readers(bytes, widthPx, heightPx)).toEqual([aUrl, aUrl]);
    },
  );

  it('would be caught leading elsewhere', async () => {
    const format = coded[0] ?? expect.fail();
    const { widthPx, heightPx } = pixelsOf(format);
    const design = aDesign({ format, url: 'https://event.example/e/other' });
    const { bytes } = await draw({ design, output: { format: 'png', widthPx, heightPx } });

    expect(readers(bytes, widthPx, heightPx)).not.toContain(aUrl);
  });
});
