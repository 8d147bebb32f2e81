import { fontFamily } from '../fonts.js';
import type { Item, PathItem, RectItem, Scene, TextItem } from './scene.js';

/** The scene as an SVG document `widthPx` wide, without its bleed. All text is escaped: text is data. */
export function paintSvg(scene: Scene, widthPx: number): string {
  const heightPx = Math.round((widthPx * scene.height) / scene.width);
  const size = `width="${widthPx}" height="${heightPx}" viewBox="0 0 ${scene.width} ${scene.height}"`;
  const font = `font-family="${fontFamily}"`;
  const items = scene.items.map(paintItem).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} preserveAspectRatio="none" ${font}>${items}</svg>`;
}

function paintItem(item: Item): string {
  switch (item.kind) {
    case 'rect':
      return paintRect(item);
    case 'path':
      return paintPath(item);
    case 'text':
      return paintText(item);
  }
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

function paintText({ text, x, baseline, size, weight, fill }: TextItem): string {
  const face = `font-size="${size}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${fill}"`;
  return `<text x="${x}" y="${baseline}" ${face} xml:space="preserve">${escapeXml(text)}</text>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
