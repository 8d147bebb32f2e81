import { fontOf } from '../fonts.js';
import { layoutText } from '../text/layout-text.js';
import type { Item, PathItem, PictureItem, RectItem, Scene, TextItem } from './scene.js';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The scene as an SVG document of that size, without its bleed. It holds shapes only: no text of the input ever
 * becomes markup, and no font is needed to show it.
 */
export function paintSvg(scene: Scene, { widthPx, heightPx }: PixelSize): string {
  const size = `width="${widthPx}" height="${heightPx}" viewBox="0 0 ${scene.width} ${scene.height}"`;
  const items = scene.items.map(paintItem).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} preserveAspectRatio="none">${items}</svg>`;
}

function paintItem(item: Item, index: number): string {
  switch (item.kind) {
    case 'rect':
      return paintRect(item);
    case 'path':
      return paintPath(item);
    case 'text':
      return paintText(item);
    case 'picture':
      return paintPicture(item, index);
  }
}

function paintPicture({ box, radius, fit, picture }: PictureItem, index: number): string {
  const { x, y, width, height } = box;
  const place = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  const ratio = `xMidYMid ${fit === 'cover' ? 'slice' : 'meet'}`;
  const href = `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
  const clip = `<clipPath id="clip${index}"><rect ${place} rx="${radius}"/></clipPath>`;
  return `${clip}<image ${place} clip-path="url(#clip${index})" preserveAspectRatio="${ratio}" href="${href}"/>`;
}

function paintRect({ box, radius, fill }: RectItem): string {
  const { x, y, width, height } = box;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

function paintPath({ d, x, y, scale, fill, evenOdd = false, opacity = 1 }: PathItem): string {
  const rule = evenOdd ? ' fill-rule="evenodd"' : '';
  const see = opacity === 1 ? '' : ` fill-opacity="${opacity}"`;
  return `<path transform="translate(${x} ${y}) scale(${scale})" fill="${fill}"${rule}${see} d="${d}"/>`;
}

/** As outlines, from the layout that measured them: what was measured is what is painted. */
function paintText({ text, x, baseline, size, face, fill }: TextItem): string {
  const { unitsPerEm } = fontOf(face);
  const scale = size / unitsPerEm;
  const d = layoutText(text, face)
    .glyphs.map(({ glyph, x }) => glyph.path.translate(x, 0).toSVG())
    .join('');
  return `<path transform="translate(${x} ${baseline}) scale(${scale} ${-scale})" fill="${fill}" d="${d}"/>`;
}
