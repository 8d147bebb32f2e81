import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import { createLocalMedia } from '../local-media/local-media.js';
import { createOutboxChannel } from './outbox-channel.js';
import { createOutboxMessenger } from './outbox-messenger.js';

async function openOutbox() {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  let id = 0;
  const media = createLocalMedia({ folder, newId: () => `${id++}` });
  await media.write('creatives/instagram/square.png', Uint8Array.of(1, 2, 3));
  const image = aPostImage('', { path: 'creatives/instagram/square.png' });
  return { folder, media, post: aPost({ images: [image] }), close: () => rm(folder, { recursive: true }) };
}

for (const channel of ['instagram', 'kakao_channel'] as const) {
  const open = async () => {
    const outbox = await openOutbox();
    const packages = new Set<string>();
    const adapter = createOutboxChannel({
      channel,
      media: {
        ...outbox.media,
        async write(path, bytes) {
          if (path.endsWith('README.txt')) packages.add(path);
          await outbox.media.write(path, bytes);
        },
      },
    });
    return { adapter, post: outbox.post, published: () => packages.size, close: outbox.close };
  };
  channelAdapterContract(`outbox ${channel}`, open, { networked: false });
}

it('lays everything ready for a person and says that nothing was published', async () => {
  const { folder, media, post, close } = await openOutbox();

  const placement = await createOutboxChannel({ channel: 'instagram', media }).publish(post, {
    reference: 'r',
  });

  expect(placement).toEqual({ externalId: 'outbox/instagram', state: 'prepared' });
  const files = await readdir(join(folder, 'outbox/instagram'), { recursive: true });
  expect(files.sort()).toEqual([
    'README.txt',
    'hashtags.txt',
    'images',
    'images/1-square.png',
    'link.txt',
    'post.txt',
    'title.txt',
  ]);
  expect(await readFile(join(folder, 'outbox/instagram/README.txt'), 'utf8')).toContain('아직 아무 데도');
  await close();
});

it.each([
  ['instagram' as const, 'publications confirm cmp-abcdefghijkl instagram --url'],
  ['kakao_channel' as const, 'publications mark cmp-abcdefghijkl kakao_channel live'],
])('names the command that records that %s was done', async (channel, command) => {
  const { folder, media, post, close } = await openOutbox();
  await createOutboxChannel({ channel, media }).publish(post, { reference: 'r' });

  expect(await readFile(join(folder, 'outbox', channel, 'README.txt'), 'utf8')).toContain(command);
  await close();
});

it('tells nobody and writes no phone', async () => {
  const { folder, media, close } = await openOutbox();
  const message = { key: 'k', phone: '+821012345678', text: '정*훈님, 당첨되셨습니다' };

  const deliveries = await createOutboxMessenger({ media }).send([message], 'ref');

  expect(deliveries).toMatchObject([{ key: 'k', accepted: false }]);
  const text = await readFile(join(folder, 'outbox/notices/ref.txt'), 'utf8');
  expect(text).toContain('보내지 않았습니다');
  expect(text).not.toContain('1234');
  await close();
});
