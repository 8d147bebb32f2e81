import { expect, it } from 'vitest';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import { openStandIn, type StandIn, toSubject } from '../../testing/open-stand-in.js';
import { toBlogHtml } from '../blog-package.js';
import { createNaverBlogChannel } from './naver-blog-channel.js';

const create = (standIn: StandIn, baseUrl: string) =>
  createNaverBlogChannel({
    ...standIn.options(baseUrl),
    token: standIn.sandbox.credentials.naver_blog.BLOG_ENDPOINT_TOKEN,
  });

channelAdapterContract('naver_blog', async () => {
  const standIn = await openStandIn();
  return toSubject(standIn, {
    create: (baseUrl) => create(standIn, baseUrl),
    baseUrl: `${standIn.sandbox.baseUrls.naver_blog}/posts`,
    provider: 'naver_blog',
    publishPath: '/posts',
    post: aPost({ images: [aPostImage(standIn.pictureUrl, { channel: 'naver_blog' })] }),
  });
});

it('is submitted until a person has placed the post, and then published with its address', async () => {
  let now = new Date('2026-12-01T12:00:00+09:00');
  const standIn = await openStandIn(() => now);
  const adapter = create(standIn, `${standIn.sandbox.baseUrls.naver_blog}/posts`);

  const first = await adapter.publish(aPost(), { reference: 'r1' });

  expect(first.state).toBe('submitted');
  now = new Date(now.getTime() + 1_000);
  await standIn.close();
});

it('escapes every text of a person', () => {
  const html = toBlogHtml(
    aPost({
      title: '<script>1</script>',
      text: 'a & "b"\n<img src=x onerror=1>',
      link: 'https://e.com/?a="&b=1',
    }),
  );

  expect(html).not.toMatch(/<script|<img|="&b/);
  expect(html).toContain('&lt;script&gt;');
});
