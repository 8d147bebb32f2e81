import { Resvg } from '@resvg/resvg-js';

/** Large enough for a poster's corner. */
const widthPx = 600;

/** What an SVG from elsewhere may hold: shapes and their colours. */
const allowed = new Set([
  ...[
    'svg',
    'g',
    'defs',
    'title',
    'desc',
    'metadata',
    'symbol',
    'use',
    'path',
    'rect',
    'circle',
    'ellipse',
    'line',
  ],
  ...['polyline', 'polygon', 'lineargradient', 'radialgradient', 'stop', 'clippath', 'mask'],
]);

/** The first thing in an SVG that could run, or fetch or show something else; `text` depends on fonts. */
export function unsafeIn(svg: string): string | undefined {
  const [declared] = /<!(?:DOCTYPE|ENTITY|\[CDATA)|<\?(?!xml[\s?])[\w-]*/i.exec(svg) ?? [];
  if (declared !== undefined) return declared;
  const plain = svg.replaceAll(/<!--[\s\S]*?-->/g, '');
  const tags = plain.matchAll(/<([A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)/g);
  for (const [, name = '', attributes = ''] of tags) {
    const unsafe = unsafeElement(name.toLowerCase()) ?? unsafeAttribute(attributes);
    if (unsafe !== undefined) return unsafe;
  }
  return undefined;
}

/** With a prefix it is an editor's own note, which nothing draws. */
function unsafeElement(name: string): string | undefined {
  return name.includes(':') || allowed.has(name) ? undefined : name;
}

/** Handlers of events, other names for what is drawn, and references to anything but a part of the file itself. */
function unsafeAttribute(attributes: string): string | undefined {
  for (const [whole, name = '', double, single] of attributes.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    const value = (double ?? single ?? '').trim();
    if (isUnsafe(name.toLowerCase(), value)) return whole.slice(0, 60);
  }
  return undefined;
}

function isUnsafe(name: string, value: string): boolean {
  if (name.startsWith('on')) return true;
  if (name.startsWith('xmlns:')) return value.endsWith('/svg');
  if (/(^|:)(href|src)$/.test(name)) return !value.startsWith('#');
  return /url\(\s*['"]?(?!#)|@import|\\|&#/i.test(value);
}

/** The drawing as PNG, or nothing when it is not one. */
export function rasteriseLogo(svg: string): Uint8Array | undefined {
  try {
    const options = {
      font: { loadSystemFonts: false },
      logLevel: 'off',
      fitTo: { mode: 'width', value: widthPx },
    } as const;
    return new Uint8Array(new Resvg(svg, options).render().asPng());
  } catch {
    return undefined;
  }
}
