import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { carriesCampaign } from './page-check.js';

const link = 'https://shop.example/e/abcd?from=naver_blog&x=1';
const mark = { link, slug: 'abcd' };
const carries = (html: string) => carriesCampaign(html, mark);

it.each([
  ['in the text', `<p>참여하기 ${link}</p>`],
  ['in a link', `<a href="${link.replaceAll('&', '&amp;')}">여기</a>`],
  ['without its tag', '<p>https://shop.example/e/abcd</p>'],
  ['with another tag', '<p>https://shop.example/e/abcd?from=print</p>'],
  ['with a slash at its end', '<p>https://shop.example/e/abcd/</p>'],
  ['without https', '<p>shop.example/e/abcd</p>'],
  ['with http', '<p>http://shop.example/e/abcd</p>'],
  ['in capitals', '<p>HTTPS://SHOP.EXAMPLE/e/abcd</p>'],
  ['at the end of a sentence', '<p>여기는 shop.example/e/abcd.</p>'],
  ['percent-encoded within another', `<a href="https://r.example/?u=${encodeURIComponent(link)}">여기</a>`],
  ['percent-encoded twice', `?u=${encodeURIComponent(encodeURIComponent(link))}`],
  ['with slashes as entities', 'https:&#x2F;&#x2F;shop.example&#x2f;e&#47;abcd'],
  ['with named entities', 'https&colon;&sol;&sol;shop.example&sol;e&sol;abcd'],
  ['in JSON', String.raw`{"u":"https:\/\/shop.example\/e\/abcd"}`],
  ['in JSON with code units', String.raw`{"u":"https:\u002F\u002Fshop.example\u002Fe\u002Fabcd"}`],
  [
    'in JSON in an attribute',
    String.raw`data-x="{&quot;u&quot;:&quot;https:\/\/shop.example\/e\/abcd&quot;}"`,
  ],
  ['broken by marks', 'https://shop.example/<wbr>e/<span>ab\u200Bcd</span>'],
])('finds the entry address %s', (_how, html) => {
  expect(carries(html)).toBe(true);
});

it.each([
  ['nothing', ''],
  ['another campaign of the store', 'https://shop.example/e/efgh'],
  ['an address that only begins alike', 'https://shop.example/e/abcd9'],
  ['an address that begins alike with a hyphen', 'https://shop.example/e/abcd-2'],
  ['another host that ends alike', 'https://evil-shop.example/e/abcd'],
  ['a host below', 'https://www.shop.example/e/abcd'],
  ['a host above', 'https://shop.example.evil.example/e/abcd'],
  ['another port', 'https://shop.example:8443/e/abcd'],
  ['the slug alone', '<p>abcd</p>'],
  ['the host alone', '<p>https://shop.example/</p>'],
  ['a user name', 'https://shop.example@evil.example/e/abcd'],
])('does not take %s for it', (_what, html) => {
  expect(carries(html)).toBe(false);
});

it('would take another campaign for it if a beginning were enough', () => {
  const naive = (html: string) => html.includes('shop.example/e/abcd');

  expect(naive('https://evil-shop.example/e/abcd9')).toBe(true);
  expect(carries('https://evil-shop.example/e/abcd9')).toBe(false);
});

it('is sure of nothing when the link is not that of the campaign', () => {
  expect(carriesCampaign(`<p>${link}</p>`, { link, slug: 'efgh' })).toBe(false);
  expect(carriesCampaign('<p></p>', { link: '', slug: 'abcd' })).toBe(false);
  expect(carriesCampaign(`<p>https://shop.example/</p>`, { link: 'https://shop.example/', slug: '' })).toBe(
    false,
  );
});

it('reads the port of a host on this machine', () => {
  const local = { link: 'http://127.0.0.1:4020/e/abcd?from=naver_blog', slug: 'abcd' };

  expect(carriesCampaign('<p>http://127.0.0.1:4020/e/abcd</p>', local)).toBe(true);
  expect(carriesCampaign('<p>http://127.0.0.1:4021/e/abcd</p>', local)).toBe(false);
});

it('takes time in proportion to the page, whatever it is made of', () => {
  const size = 1024 * 1024;
  const hostile = ['<', '&#', '&amp;', '%25', 'shop.example/e/abcd9 ', '\\u0025'];

  for (const part of hostile) {
    const startedAt = performance.now();
    expect(carries(part.repeat(Math.floor(size / part.length)))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  }
});

test.prop([fc.string(), fc.string()])('finds it whatever stands around it', (before, after) => {
  expect(carries(`${before} ${link} ${after}`)).toBe(true);
});
