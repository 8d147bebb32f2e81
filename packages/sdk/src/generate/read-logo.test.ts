import { describe, expect, it } from 'vitest';
import { squareJpeg } from '../testing/square-jpeg.js';
import { logoOf } from './logo.js';
import { logoDataUri } from './read-logo.js';

const svg = (inside: string, head = '') =>
  Buffer.from(
    `<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">${inside}</svg>`,
  );
const drawing =
  '<defs><linearGradient id="a"><stop stop-color="#f00"/></linearGradient></defs><rect width="40" height="20" fill="url(#a)"/>';

const refused: readonly (readonly [string, string, string?])[] = [
  ['a script', '<script>1</script>'],
  ['a handler', '<rect width="9" height="9" onload="x()"/>'],
  ['a picture of this machine', '<image href="/etc/passwd"/>'],
  ['a picture from elsewhere', '<use xlink:href="https://example.com/a.svg#a"/>'],
  ['a page inside', '<foreignObject><p>1</p></foreignObject>'],
  ['a style that fetches', '<rect style="fill:url(https://example.com/a)"/>'],
  ['a style sheet', '<style>@import "https://example.com"</style>'],
  ['an entity', '', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
  ['a sheet to be fetched', '', '<?xml-stylesheet href="https://example.com/a.css"?>'],
  ['an attribute behind a bracket', '<rect class=">" onclick="x()"/>'],
  ['a picture by another name', '<g xmlns:a="http://www.w3.org/2000/svg"><a:image href="#b"/></g>'],
  ['a reference in disguise', '<rect style="fill:u&#114;l(https://example.com/a)"/>'],
  ['letters', '<text>온도</text>'],
];

describe('a logo from a file', () => {
  it('is kept as it is when it is a JPEG', () => {
    expect(logoOf(logoDataUri(squareJpeg))).toMatchObject({ mediaType: 'image/jpeg', widthPx: 1_080 });
  });

  it('is drawn when it is an SVG', () => {
    const logo = logoOf(logoDataUri(svg(drawing)));

    expect(logo).toMatchObject({ mediaType: 'image/png', widthPx: 600, heightPx: 300 });
  });

  it.each(refused)('is refused when its SVG holds %s', (_what, inside, head) => {
    expect(() => logoDataUri(svg(drawing + inside, head))).toThrow(
      expect.objectContaining({
        code: 'USER_001',
        issues: [expect.objectContaining({ path: ['store', 'brand', 'logo'] })],
      }),
    );
  });

  it.each([
    ['is no picture', Buffer.from('GIF89a')],
    ['is broken', svg('<rect')],
    ['is a PNG without a size', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['is too large', Buffer.concat([squareJpeg, Buffer.alloc(300_000)])],
  ])('is refused when it %s', (_what, bytes) => {
    expect(() => logoDataUri(bytes)).toThrow(expect.objectContaining({ code: 'USER_001' }));
  });

  it('is refused where a picture is drawn while it is a path still', () => {
    expect(() => logoOf('logo.png')).toThrow(expect.objectContaining({ code: 'USER_001' }));
  });
});
