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

it('is submitted, not published, while a person has yet to place the post', async () => {
  const standIn = await openStandIn();
  const adapter = create(standIn, `${standIn.sandbox.baseUrls.naver_blog}/posts`);

  expect(await adapter.publish(aPost(), { reference: 'r1' })).toMatchObject({ state: 'submitted' });
  await standIn.close();
});

it('is published once the endpoint names the address', async () => {
  const standIn = await openStandIn();
  const adapter = create(standIn, `${standIn.sandbox.baseUrls.naver_blog}/posts`);
  const body = { postId: 'blog_1', state: 'CONFIRMED', url: 'https://blog.naver.com/x/1' };
  standIn.sandbox.addFault({ provider: 'naver_blog', fault: { kind: 'status', code: 201, body } });

  const placement = await adapter.publish(aPost(), { reference: 'r1' });

  expect(placement).toEqual({ externalId: 'blog_1', state: 'published', url: body.url });
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
