import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { aPost, aPostImage } from '../testing/channel-fixtures.js';
import { toBlogHtml, toBlogText, toPlainText, toShareLink } from './blog-package.js';
import { carriesCampaign } from './page-check.js';

const link = 'https://shop.example/e/abcd?from=naver_blog&x=1';
const elements = (html: string) => [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name);
/** What the editor keeps. */
const kept = ['h2', 'p', 'br', 'ul', 'li', 'b', 'a'];
const foreign = (html: string) => elements(html).filter((name) => !kept.includes(String(name)));
const pictures = (count: number) =>
  Array.from({ length: count }, (_, index) => aPostImage('', { text: `그림${index}` }));

it('writes paragraphs, lists and the link as the editor keeps them', () => {
  const text = `첫 줄\n둘째 줄\n\n기간 12월 1일\n· 한 사람 한 번\n- 현장 수령\n\n참여하기 ${link}`;

  expect(toBlogHtml(aPost({ title: '제목', text, link }))).toBe(
    [
      '<h2>제목</h2>',
      '<p>첫 줄<br>둘째 줄</p>',
      '<p>기간 12월 1일</p>\n<ul><li>한 사람 한 번</li><li>현장 수령</li></ul>',
      '<p>참여하기 <b><a href="https://shop.example/e/abcd?from=naver_blog&amp;x=1">https://shop.example/e/abcd?from=naver_blog&amp;x=1</a></b></p>',
    ].join('\n'),
  );
});

it('spreads numbered places for the pictures over the text, each once and in order', () => {
  const text = Array.from({ length: 4 }, (_, index) => `문단${index}`).join('\n\n');
  const order = (count: number) =>
    [...toBlogHtml(aPost({ text, link, images: pictures(count) })).matchAll(/\[사진 (\d+): 그림\d+\]/g)].map(
      ([, number]) => Number(number),
    );

  for (const count of [0, 1, 2, 3, 7]) {
    expect(order(count)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  }
});

it('adds the entry link where the text does not say it, and only there', () => {
  expect(toBlogText({ text: '글', link })).toBe(`글\n\n${link}`);
  expect(toBlogText({ text: `글 ${link}`, link })).toBe(`글 ${link}`);
  expect(toPlainText(aPost({ text: '글', link, hashtags: ['가', '#나'] }))).toMatch(/\n\n#가 #나$/);
});

it('hands the public address to the dialogue that shares it', () => {
  const { origin, searchParams } = new URL(toShareLink({ link, title: '겨울 & 봄' }));

  expect(origin).toBe('https://share.naver.com');
  expect(Object.fromEntries(searchParams)).toEqual({ url: link, title: '겨울 & 봄' });
});

const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=1>', "' onx='", '$&$1'),
);

test.prop([hostile, hostile, hostile])(
  'lets no text become mark-up, and always carries the link',
  (title, text, alt) => {
    const html = toBlogHtml(aPost({ title, text, link, images: [aPostImage('', { text: alt })] }));

    expect(foreign(html)).toEqual([]);
    expect(html.replace(/<a href="[^"]*">/g, '')).not.toMatch(/<[a-z0-9]+ /i);
    expect(carriesCampaign(html, { link, slug: 'abcd' })).toBe(true);
  },
);

it('would be caught writing a text as it is', () => {
  expect(foreign('<p><script>alert(1)</script></p>')).toEqual(['script', 'script']);
});
