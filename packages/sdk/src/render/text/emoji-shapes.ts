import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { findInFile } from './find-in-file.js';
import { applyMatrix, identity, type Matrix, multiply, toMatrix } from './matrix.js';

/** One filled outline on the emoji's 32 × 32 grid. */
interface EmojiShape {
  readonly d: string;
  readonly fill: string;
  readonly evenOdd: boolean;
  readonly opacity: number;
}

/** Side of the grid on which emoji are drawn. */
export const emojiGrid = 32;

interface Group {
  readonly matrix: Matrix;
  readonly opacity: number;
}

const require = createRequire(import.meta.url);
/** At most as many as there are icons. */
const drawn = new Map<string, readonly EmojiShape[]>();

/**
 * The outlines of one emoji, back to front. resvg first reduces the icon to plain absolute paths.
 * A gradient becomes its first colour; strokes and filters (12 of 3,174 icons) are left out.
 */
export function emojiShapes(name: string): readonly EmojiShape[] {
  const shapes = drawn.get(name) ?? drawShapes(name);
  drawn.set(name, shapes);
  return shapes;
}

function drawShapes(name: string): EmojiShape[] {
  const body = iconBody(name);
  const size = `width="${emojiGrid}" height="${emojiGrid}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${body}</svg>`;
  return readShapes(new Resvg(svg, { font: { loadSystemFonts: false } }).toString());
}

/** A campaign needs a handful of its 3,174 icons, and parsed they take 50 MB in each thread. */
function iconBody(name: string): string {
  const icons = require.resolve('@iconify-json/fluent-emoji-flat/icons.json');
  const around = findInFile(icons, `${JSON.stringify(name)}:`, longestIcon);
  const [, body] = /^"[^"]+":\s*\{\s*"body":\s*("(?:[^"\\]|\\.)*")/.exec(around) ?? [];
  return body === undefined ? '' : String(JSON.parse(body));
}

/** Bytes; the longest of the set has 33,000. */
const longestIcon = 100_000;

function readShapes(svg: string): EmojiShape[] {
  const shapes: EmojiShape[] = [];
  const groups: Group[] = [{ matrix: identity, opacity: 1 }];
  const drawing = svg.slice(Math.max(svg.indexOf('</defs>'), svg.indexOf('<defs/>')));

  for (const [tag] of drawing.matchAll(/<g[^>]*>|<\/g>|<path[^>]*>/g)) {
    const group = groups.at(-1) ?? { matrix: identity, opacity: 1 };
    if (tag === '</g>') groups.pop();
    else if (tag.startsWith('<path')) shapes.push(...readPath(tag, group, svg));
    else groups.push(enterGroup(tag, group));
  }
  return shapes;
}

function enterGroup(tag: string, outer: Group): Group {
  const transform = attribute(tag, 'transform');
  const matrix = transform === undefined ? outer.matrix : multiply(outer.matrix, toMatrix(transform));
  return { matrix, opacity: outer.opacity * Number(attribute(tag, 'opacity') ?? 1) };
}

function readPath(tag: string, { matrix, opacity }: Group, svg: string): EmojiShape[] {
  const fill = solid(attribute(tag, 'fill') ?? 'none', svg);
  if (fill === 'none') return [];
  const d = applyMatrix(matrix, attribute(tag, 'd') ?? '');
  const evenOdd = attribute(tag, 'fill-rule') === 'evenodd';
  return [{ d, fill, evenOdd, opacity: opacity * Number(attribute(tag, 'fill-opacity') ?? 1) }];
}

function solid(fill: string, svg: string): string {
  const id = /^url\(#(.+)\)$/.exec(fill)?.[1];
  if (id === undefined) return fill;
  const gradient = svg.slice(svg.indexOf(`id="${id}"`));
  return /stop-color="(#\w+)"/.exec(gradient)?.[1] ?? 'none';
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
