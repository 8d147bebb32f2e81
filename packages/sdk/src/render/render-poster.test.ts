import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { renderPosterPdf, renderPosterPng } from './render-poster.js';
import type { PosterInput } from './template/poster-input.js';

const input: PosterInput = {
  storeName: '카페 온도',
  title: '뷁쀍 이벤트',
  subtitle: 'Tom & Jerry <b> (100%) \\',
  prizeLines: ['☕ 아메리카노 10명'],
  periodLine: '12월 1일(화) ~ 12월 14일(월)',
  oddsLine: '총 10명 추첨',
  howTo: ['휴대폰 카메라로 QR을 찍어요'],
  notices: ['1인 1회 응모할 수 있습니다.'],
  url: 'https://on.example/e/ondo12',
  shortUrl: 'on.example/e/ondo12',
  label: '리허설용 · 실제 이벤트가 아닙니다',
};

/** Decodes a finished PNG file, not the scene behind it. */
function readPng(png: Uint8Array, width: number, height: number) {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const size = `width="${width}" height="${height}"`;
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image href="${href}" ${size}/></svg>`,
  ).render();
}

/** Every stream of a PDF that holds text: page content and character maps. */
function streamsOf(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf);
  const starts = Array.from(
    file.toString('latin1').matchAll(/\/FlateDecode\n>>\nstream\n/g),
    ({ index, 0: head }) => {
      return index + head.length;
    },
  );
  return starts.map((start) => inflateSync(file.subarray(start)).toString('latin1'));
}

/** The text a reader would copy: glyph numbers looked up in each font's own character map. */
function extractLines(pdf: Uint8Array): string[] {
  const streams = streamsOf(pdf);
  const content = streams.find((stream) => stream.includes(' TJ')) ?? '';
  const maps = streams.filter((stream) => stream.includes('beginbfrange')).map(characterMap);
  const fonts = [...new Set(content.match(/\/F\d+/g))].sort();
  return Array.from(
    content.matchAll(/(\/F\d+) [\d.]+ Tf[\s\S]*?\[(.*?)\] TJ/g),
    ([, font = '', glyphs = '']) => {
      const map = maps[fonts.indexOf(font)] ?? new Map<string, string>();
      const codes =
        glyphs
          .match(/<[0-9a-f]+>/g)
          ?.join('')
          .match(/[0-9a-f]{4}/g) ?? [];
      return codes.map((code) => map.get(code) ?? '?').join('');
    },
  );
}

function characterMap(stream: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first = '0', , list = ''] of stream.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[(.*?)\]/g)) {
    list.match(/<[0-9a-f ]+>/g)?.forEach((target, index) => {
      const units = target.match(/[0-9a-f]{4}/g)?.map((unit) => Number.parseInt(unit, 16)) ?? [];
      const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      map.set(code, String.fromCharCode(...units));
    });
  }
  return map;
}

describe('renderPosterPng', () => {
  it('draws A4 with a code that reads as its address', () => {
    const image = readPng(renderPosterPng(input, 'screen'), 1240, 1754);
    expect(jsqr.default(new Uint8ClampedArray(image.pixels), 1240, 1754)?.data).toBe(input.url);
  });

  it('draws 2480 × 3508 px for print', () => {
    const header = Buffer.from(renderPosterPng(input));
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([2480, 3508]);
  });

  it('gives the same bytes twice', () => {
    const [one, other] = [renderPosterPng(input, 'screen'), renderPosterPng(input, 'screen')];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describe('renderPosterPdf', () => {
  it('holds every line as text that can be copied', async () => {
    const lines = extractLines(await renderPosterPdf(input));

    expect(lines).toEqual(
      expect.arrayContaining([
        input.storeName,
        input.title,
        input.subtitle,
        input.periodLine,
        ...input.howTo,
        ...input.notices,
        input.shortUrl,
        input.label,
      ]),
    );
  });

  it('is a page of 216 × 303 mm with a trim box of A4', async () => {
    const file = Buffer.from(await renderPosterPdf(input)).toString('latin1');
    const box = (name: string) =>
      /\[([^\]]+)\]/
        .exec(file.slice(file.indexOf(`/${name} [`)))?.[1]
        ?.split(' ')
        .map((edge) => (Number(edge) / 72) * 25.4);
    const rounded = (name: string) => box(name)?.map((edge) => Math.round(edge * 100) / 100);

    expect([rounded('MediaBox'), rounded('TrimBox')]).toEqual([
      [0, 0, 216, 303],
      [3, 3, 213, 300],
    ]);
  });

  it('embeds both faces', async () => {
    const file = Buffer.from(await renderPosterPdf(input)).toString('latin1');
    expect([file.includes('+Pretendard-Bold'), file.includes('+Pretendard-Regular')]).toEqual([true, true]);
  });

  it('gives the same bytes for the same poster and date, and others for another date', async () => {
    const [one, same, later] = await Promise.all([
      renderPosterPdf(input),
      renderPosterPdf(input),
      renderPosterPdf(input, new Date('2026-12-01T00:00:00+09:00')),
    ]);

    expect([Buffer.compare(one, same), Buffer.compare(one, later) === 0]).toEqual([0, false]);
  });
});
