import { expect, it } from 'vitest';
import { readPostUrl } from './post-address.js';
import { innerUrls } from './web-page/__fixtures__/inner-addresses.js';

const refusal = expect.objectContaining({ code: 'USER_043' });
const number = '223456789012';

it.each([
  `https://blog.naver.com/happy_shop/${number}`,
  `  https://blog.naver.com/happy_shop/${number}\n`,
  `https://BLOG.naver.com/happy_shop/${number}`,
  `https://blog.naver.com:443/happy_shop/${number}`,
  `https://blog.naver.com/happy_shop/${number}?trackingCode=rss#comments`,
  `https://m.blog.naver.com/happy_shop/${number}`,
  `https://blog.naver.com/PostView.naver?blogId=happy_shop&logNo=${number}&redirect=Dlog&from=x`,
  `https://m.blog.naver.com/PostView.naver?blogId=happy_shop&logNo=${number}`,
  `https://blog.naver.com/PostView.nhn?blogId=happy_shop&logNo=${number}`,
  `https://blog.naver.com/happy_shop?Redirect=Log&logNo=${number}`,
])('reads the post of %s', (text) => {
  const { page, ...address } = { page: undefined, ...readPostUrl('naver_blog', text) };

  expect(address).toEqual({ evidence: 'page', url: `https://blog.naver.com/happy_shop/${number}` });
  expect(page?.href).toBe(`https://m.blog.naver.com/happy_shop/${number}`);
});

it.each([
  'https://blog.naver.com/',
  'https://blog.naver.com/happy_shop',
  'https://blog.naver.com/happy_shop/',
  'https://blog.naver.com/happy_shop/abc',
  `https://blog.naver.com/happy_shop/${number}/more`,
  `https://blog.naver.com/happy%2Fshop/${number}`,
  `https://blog.naver.com/../${number}`,
  `https://blog.naver.com/PostView.naver?blogId=../admin&logNo=${number}`,
  'https://blog.naver.com/PostView.naver?blogId=happy_shop',
  `https://blog.naver.com/PostView.naver/${number}`,
  `https://blog.naver.com/${'a'.repeat(3_000)}/${number}`,
  'https://www.instagram.com/p/DBcdEfGhIjK/',
])('refuses %s, which is no post of a blog', (text) => {
  expect(() => readPostUrl('naver_blog', text)).toThrowError(refusal);
});

it('refuses every address that could lead elsewhere, for each channel', () => {
  const urls = innerUrls(8_080);
  const read = (channel: 'naver_blog' | 'instagram') =>
    urls.filter((url) => {
      try {
        return readPostUrl(channel, url);
      } catch (error) {
        expect(error).toEqual(refusal);
        return false;
      }
    });

  expect(urls.length).toBeGreaterThanOrEqual(60);
  expect(read('naver_blog')).toEqual([]);
  expect(read('instagram')).toEqual([]);
});

it('would take some of them if it looked for the name of the host anywhere in the address', () => {
  const taken = innerUrls(8_080).filter((url) => /^https:.*blog\.naver\.com/.test(url));

  expect(taken.length).toBeGreaterThan(5);
});

it.each([
  'https://www.instagram.com/p/DBcdEfGhIjK/',
  'https://www.instagram.com/p/DBcdEfGhIjK/?igsh=abc',
  'https://instagram.com/p/DBcdEfGhIjK',
  'https://www.instagram.com/happy.shop/p/DBcdEfGhIjK/',
])('leaves it to a person whether the campaign is at %s', (text) => {
  expect(readPostUrl('instagram', text)).toEqual({
    evidence: 'person',
    url: 'https://www.instagram.com/p/DBcdEfGhIjK/',
  });
});

it('knows a reel from a profile, a story and another site', () => {
  const { url } = readPostUrl('instagram', 'https://www.instagram.com/reel/DBcdEfGhIjK/');

  expect(url).toBe('https://www.instagram.com/reel/DBcdEfGhIjK/');
  for (const path of ['happy.shop/', 'stories/happy.shop/1/', 'explore/', 'p/', 'p/ab/']) {
    expect(() => readPostUrl('instagram', `https://www.instagram.com/${path}`)).toThrowError(refusal);
  }
});

it('knows no posts at a channel that has none to link to', () => {
  expect(() => readPostUrl('ringo_biz', `https://blog.naver.com/happy_shop/${number}`)).toThrowError(refusal);
});

it('takes a page of a stand-in only where it is allowed', () => {
  const text = 'http://127.0.0.1:4010/naver_blog/pages/blog_1?x=1';
  const standIn = 'http://127.0.0.1:4010';

  expect(readPostUrl('naver_blog', text, { standIn })).toMatchObject({
    evidence: 'page',
    url: 'http://127.0.0.1:4010/naver_blog/pages/blog_1',
  });
  expect(() => readPostUrl('naver_blog', text)).toThrowError(refusal);
  expect(() => readPostUrl('naver_blog', text, { standIn: 'http://127.0.0.1:4011' })).toThrowError(refusal);
  expect(() =>
    readPostUrl('naver_blog', 'https://inner.example/x', { standIn: 'https://inner.example' }),
  ).toThrowError(refusal);
});

it('repeats neither a password nor a query in its complaint', () => {
  const attempt = () => readPostUrl('naver_blog', 'https://me:s3cret@example.com/a?token=t0ken');

  expect(attempt).toThrowError(refusal);
  expect(attempt).not.toThrowError(/s3cret|t0ken/);
  expect(attempt).toThrowError(/example\.com\/a /);
});
