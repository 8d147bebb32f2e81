import { fontOf } from '../fonts.js';
import { layoutText } from '../text/layout-text.js';
import type { Item, PanelItem, PathItem, PictureItem, RectItem, Scene, TextItem } from './scene.js';

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
  const items = paintItems(scene.items, 'i');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} preserveAspectRatio="none">${items}</svg>`;
}

const paintItems = (items: readonly Item[], id: string): string =>
  items.map((item, index) => paintItem(item, `${id}-${index}`)).join('');

/** @param id - Of its own in the document, for what refers to itself. */
function paintItem(item: Item, id: string): string {
  switch (item.kind) {
    case 'rect':
      return paintRect(item);
    case 'path':
      return paintPath(item);
    case 'text':
      return paintText(item);
    case 'picture':
      return paintPicture(item, id);
    case 'panel':
      return paintPanel(item, id);
  }
}

function paintPanel({ clip, x, y, turned, items }: PanelItem, id: string): string {
  const turn = turned ? ' rotate(180)' : '';
  const inner = `<g transform="translate(${x} ${y})${turn}">${paintItems(items, id)}</g>`;
  if (!clip) return inner;
  const edge = `<clipPath id="${id}"><rect x="${clip.x}" y="${clip.y}" width="${clip.width}" height="${clip.height}"/></clipPath>`;
  return `${edge}<g clip-path="url(#${id})">${inner}</g>`;
}

function paintPicture({ box, radius, fit, picture }: PictureItem, id: string): string {
  const { x, y, width, height } = box;
  const place = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  const ratio = `xMidYMid ${fit === 'cover' ? 'slice' : 'meet'}`;
  const href = `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
  const clip = `<clipPath id="${id}"><rect ${place} rx="${radius}"/></clipPath>`;
  return `${clip}<image ${place} clip-path="url(#${id})" preserveAspectRatio="${ratio}" href="${href}"/>`;
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
