import { Resvg } from '@resvg/resvg-js';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { describeWithPoppler } from '../testing/describe-with-poppler.js';
import { hexOf } from '../testing/hex-of.js';
import { renderCertificate } from './render-certificate.js';
import { paintSvg } from './scene/paint-svg.js';
import type { CertificateInput } from './template/certificate-input.js';
import { createCertificateScene } from './template/certificate-scene.js';

const drawnAt = new Date('2026-12-04T03:00:03Z');

const input = (over: Partial<CertificateInput> = {}): CertificateInput => ({
  storeName: '카페 온도',
  eventName: '뷁쀍 이벤트 <b>',
  facts: [
    { name: '명단', value: '응모 7명, 응모권 17장' },
    { name: '난수', value: 'drand 공개 난수 657413번째' },
  ],
  fingerprint: 'f1ad 5de5 3169 9869',
  proves: '당첨자는 약속한 명단과 난수만으로 정해졌습니다.',
  doesNotProve: '명단에 가짜 응모가 없다는 것은 증명하지 않습니다.',
  prizes: [{ name: '라떼', winners: [hexOf(1, 32), hexOf(2, 32)] }],
  url: 'https://event.example/draws/ondo12',
  ...over,
});

const winners = (count: number) => Array.from({ length: count }, (_, no) => hexOf(no + 1, 32));
const textsOf = (over: Partial<CertificateInput>) =>
  createCertificateScene(input(over)).items.flatMap((item) => (item.kind === 'text' ? [item] : []));

describe('renderCertificate', () => {
  it('has a code that reads as the address of the proof page', () => {
    const svg = paintSvg(createCertificateScene(input()), { widthPx: 1240, heightPx: 1754 });
    const image = new Resvg(svg).render();

    const read = jsqr.default(new Uint8ClampedArray(image.pixels), image.width, image.height);

    expect(read?.data).toBe(input().url);
  });

  it('is one page, and the same bytes for the same draw', async () => {
    const [one, same, other] = await Promise.all([
      renderCertificate(input(), drawnAt),
      renderCertificate(input(), drawnAt),
      renderCertificate(input({ fingerprint: '0000 0000 0000 0000' }), drawnAt),
    ]);

    expect(
      Buffer.from(one)
        .toString('latin1')
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(1);
    expect(Buffer.compare(one, same)).toBe(0);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });

  it('counts the winners for whom there is no room, and prints or counts each', () => {
    const shown = (count: number) => {
      const texts = textsOf({ prizes: [{ name: '라떼', winners: winners(count) }] }).map(({ text }) => text);
      const ids = texts.filter((text) => /^[0-9a-f]{32}$/.test(text)).length;
      const more = texts.flatMap((text) => /^외 (\d+)명, 추첨 기록에 모두 있음$/.exec(text)?.[1] ?? []);
      return { ids, more };
    };

    expect(shown(30)).toEqual({ ids: 30, more: [] });
    const { ids, more } = shown(20_000);
    expect(ids).toBeGreaterThan(60);
    expect(more).toEqual([String(20_000 - ids)]);
  });

  it('keeps everything on the page and off the foot, however many win', () => {
    const many = textsOf({ prizes: [{ name: '라떼', winners: winners(1_000) }], label: '리허설' });
    const lastId = Math.max(...many.filter(({ text }) => text.length === 32).map(({ baseline }) => baseline));
    const foot = many.find(({ text }) => text.startsWith('누구나 직접'));

    expect(foot?.baseline).toBeGreaterThan(lastId + 8);
    expect(many.every(({ x, width, baseline }) => x + width <= 205 && baseline <= 290)).toBe(true);
  });

  it('refuses texts that leave no room rather than cut them off', async () => {
    const tooLong = renderCertificate(input({ proves: '아주 긴 설명 '.repeat(1_000) }), drawnAt);

    await expect(tooLong).rejects.toMatchObject({ code: 'USER_022' });
  });
});

describeWithPoppler('a certificate in another reader', (ask) => {
  it('gives back every word, with the band of a rehearsal', async () => {
    const label = '리허설 — 실제 추첨이 아닙니다';
    const value = input({ label });

    const lines = ask('pdftotext', await renderCertificate(value, drawnAt)).normalize('NFC');

    const { storeName, eventName, fingerprint, proves, doesNotProve, url } = value;
    for (const text of [storeName, eventName, fingerprint, proves, doesNotProve, url, label, hexOf(2, 32)])
      expect(lines).toContain(text);
    for (const { name, value: fact } of value.facts) expect(lines).toContain(`${name} ${fact}`);
    expect(ask('pdftotext', await renderCertificate(input(), drawnAt))).not.toContain('리허설');
  });

  it('is A4 with both faces embedded', async () => {
    const pdf = await renderCertificate(input(), drawnAt);

    expect(ask('pdfinfo', pdf)).toMatch(/Pages: +1\n[\s\S]*Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
    const fonts = ask('pdffonts', pdf).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/Pretendard-(Regular|Bold) .* yes yes yes/);
  });
});
