import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { composeScene } from '../../packages/sdk/dist/render/design/compose-scene.js';
import { fontBytes } from '../../packages/sdk/dist/render/fonts.js';
import { paintSvg } from '../../packages/sdk/dist/render/scene/paint-svg.js';
import { findChromium } from '../../packages/server/dist/testing/find-chromium.js';
import { drawingsOf } from './generate-campaign.mjs';

/**
 * Wall time of the pictures and pages of a campaign in a headless browser, its start included as that of our threads is.
 * Where everything stands is given to it; it loads the fonts, shapes the text and embeds it, as we do.
 */
export async function browserMs() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium here: set CHROMIUM_PATH');
  const { drawings } = await drawingsOf(1);
  const folder = mkdtempSync(join(tmpdir(), 'kt-event-pages-'));
  try {
    const pages = drawings.map((drawing, index) => writePage(drawing, join(folder, `${index}.html`)));
    const startedAt = performance.now();
    const browser = await chromium.launch({
      executablePath,
      args: ['--disable-gpu'],
      chromiumSandbox: false,
    });
    const page = await browser.newPage();
    for (const each of pages) await capture(page, each);
    await browser.close();
    return performance.now() - startedAt;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function capture(page, { address, widthPx, heightPx, format, widthMm, heightMm }) {
  await page.setViewportSize({ width: Math.round(widthPx), height: Math.round(heightPx) });
  await page.goto(address);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  if (format === 'pdf')
    await page.pdf({ width: `${widthMm}mm`, height: `${heightMm}mm`, printBackground: true });
  else await page.screenshot({ type: format, ...(format === 'jpeg' && { quality: 92 }) });
}

const pointsPerMm = 96 / 25.4;

function writePage({ design, output }, path) {
  const scene = composeScene(design);
  const { format } = output;
  const { width: widthMm, height: heightMm } = scene;
  const { widthPx, heightPx } =
    format === 'pdf' ? { widthPx: widthMm * pointsPerMm, heightPx: heightMm * pointsPerMm } : output;
  const faces = [...new Set(scene.items.flatMap((item) => (item.kind === 'text' ? [item.face] : [])))];
  const size = `width="${widthPx}" height="${heightPx}" viewBox="0 0 ${scene.width} ${scene.height}"`;
  const items = scene.items.map((item) => (item.kind === 'text' ? toText(item) : toShape(item, scene)));
  const style = `${faces.map((face) => toFontFace(face, path)).join('')}body{margin:0}svg{display:block}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${items.join('')}</svg>`;
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><style>${style}</style>${svg}`);
  return { address: pathToFileURL(path).href, widthPx, heightPx, format, widthMm, heightMm };
}

function toFontFace(face, page) {
  const file = join(page, '..', `${face}.ttf`);
  writeFileSync(file, fontBytes(face));
  return `@font-face{font-family:${face};src:url(${pathToFileURL(file).href})}`;
}

function toText({ text, x, baseline, size, face, fill }) {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${baseline}" font-size="${size}" font-family="${face}" fill="${fill}">${plain}</text>`;
}

function toShape(item, scene) {
  const svg = paintSvg({ ...scene, items: [item] }, { widthPx: 1, heightPx: 1 });
  return svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
}
