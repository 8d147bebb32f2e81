import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { advance, call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

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
});
