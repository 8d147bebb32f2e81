import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { advance, call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';
import { serveBytes } from '../../testing/serve-bytes.js';

const post = {
  title: '비 오는 날 칼국수 이벤트',
  html: '<h2>이벤트</h2><p>비 오는 날 <b>1,000원</b> 할인</p>',
  plainText: '비 오는 날 1,000원 할인',
  tags: ['칼국수', '강남맛집'],
  images: [{ path: 'poster.jpg', alt: '포스터', order: 1 }],
  shareUrl: 'https://example.com/e/rain',
  reference: 'campaign-1',
};

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const bearer = () => ({ authorization: `Bearer ${sandbox.credentials.naver_blog.BLOG_ENDPOINT_TOKEN}` });
const place = (body: object, key = 'k1') =>
  postJson(`${sandbox.baseUrls.naver_blog}/posts`, body, { ...bearer(), 'idempotency-key': `"${key}"` });

describe('naver_blog', () => {
  it('takes a package once per key, and replays its answer', async () => {
    const first = await place(post);
    const again = await place(post);

    expect(first.status).toBe(201);
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(sandbox.publications()).toHaveLength(1);
  });

  it('is found by its reference, and confirmed with an address after a while', async () => {
    await place(post);
    await advance(sandbox, 600_000);

    const found = await call(`${sandbox.baseUrls.naver_blog}/posts?reference=campaign-1`, {
      headers: bearer(),
    });
    const missed = await call(`${sandbox.baseUrls.naver_blog}/posts?reference=other`, { headers: bearer() });

    expect(found.json['posts']?.['0']).toMatchObject({ state: 'CONFIRMED', reference: 'campaign-1' });
    expect(missed.json['posts']).toEqual([]);
  });

  it('refuses a key used for another body, a missing key, and a wrong token', async () => {
    await place(post);
    const other = await place({ ...post, title: '다른 글' });
    const keyless = await postJson(`${sandbox.baseUrls.naver_blog}/posts`, post, bearer());
    const stranger = await postJson(`${sandbox.baseUrls.naver_blog}/posts`, post);

    expect([other.status, keyless.status, stranger.status]).toEqual([422, 400, 401]);
  });

  it.each([
    ['html', { html: '<p>a</p><script>alert(1)</script>' }],
    ['html', { html: '<p onclick="x()">a</p>' }],
    ['title', { title: '' }],
    ['tags', { tags: Array.from({ length: 31 }, (_, index) => `태그${index}`) }],
  ])('refuses a package whose %s the editor would not keep', async (field, change) => {
    const { status, json } = await place({ ...post, ...change });

    expect(status).toBe(422);
    expect(json['errors']?.['0']?.['field']).toBe(field);
    expect(sandbox.publications()).toEqual([]);
  });

  it('shows a placed post to anyone, and only once it is placed', async () => {
    const { json } = await place(post);
    const { baseUrls } = sandbox;
    const url = `${baseUrls.naver_blog}/pages/${json['postId']}`;
    const before = await fetch(url);
    await advance(sandbox, 600_000);
    const view = await call(`${baseUrls.naver_blog}/posts/${json['postId']}`, { headers: bearer() });
    const page = await fetch(url);

    expect(before.status).toBe(404);
    expect(view.json['url']).toBe(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(await page.text()).toContain(post.html);
  });

  it('shows what was placed with the pictures it could fetch, and nothing before', async () => {
    const bytes = Buffer.from('a picture');
    const server = await serveBytes(bytes);
    const images = [
      { url: server.url, alt: '포스터', order: 1 },
      { url: 'http://127.0.0.1:9/none.png', alt: '없는 그림', order: 2 },
      { url: 'https://example.com/far.png', alt: '먼 그림', order: 3 },
    ];
    const { json } = await place({ ...post, images });
    const before = sandbox.shown();
    await advance(sandbox, 600_000);

    expect(before).toEqual([]);
    expect(sandbox.shown()).toEqual([
      {
        provider: 'naver_blog',
        channel: 'NAVER_BLOG',
        externalId: json['postId'],
        text: post.plainText,
        media: [createHash('sha256').update(bytes).digest('hex')],
        since: '2026-11-20T10:10:00.000Z',
      },
    ]);
    await server.close();
  });

  it('takes a post back once and for all, before or after it was placed', async () => {
    const { json } = await place(post);
    const url = `${sandbox.baseUrls.naver_blog}/posts/${json['postId']}`;
    await advance(sandbox, 600_000);
    const remove = () => call(url, { method: 'DELETE', headers: bearer() });
    const answers = [await remove(), await remove()];
    const unknown = await call(`${url}9`, { method: 'DELETE', headers: bearer() });
    const page = await fetch(`${sandbox.baseUrls.naver_blog}/pages/${json['postId']}`);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.json).toMatchObject({ state: 'WITHDRAWN' });
    expect([unknown.status, page.status]).toEqual([404, 404]);
    expect(sandbox.shown()).toEqual([]);
  });

  it('lets nobody take a post back without the token', async () => {
    const { json } = await place(post);
    const url = `${sandbox.baseUrls.naver_blog}/posts/${json['postId']}`;
    const stranger = await call(url, { method: 'DELETE' });
    const view = await call(url, { headers: bearer() });

    expect(stranger.status).toBe(401);
    expect(view.json['state']).toBe('HANDED_OFF');
  });
});
