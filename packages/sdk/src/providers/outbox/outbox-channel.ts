import { toHashtagLine } from '../blog-package.js';
import type { ChannelAdapter, ChannelPost, PostMedia } from '../channel.js';
import type { MediaStore } from '../media-store.js';
import { type HandChannel, handGuide } from './hand-guide.js';

export interface OutboxOptions {
  readonly channel: HandChannel;
  readonly media: MediaStore;
}

/**
 * Publishes nothing: lays a package ready for a person to place by hand, and says so. The same post gives
 * the same files, so repeating it is harmless.
 */
export function createOutboxChannel({ channel, media }: OutboxOptions): ChannelAdapter {
  const folder = `outbox/${channel}`;

  return {
    channel,
    provider: 'outbox',
    mode: 'local',
    idempotency: 'keyed',
    quietMs: 0,
    assumedProtocol: false,
    priceKrw: () => 0,
    check: () => [],

    async publish(post, { signal }) {
      for (const [path, bytes] of await toFiles(channel, post, media)) {
        signal?.throwIfAborted();
        await media.write(`${folder}/${path}`, bytes);
      }
      return { externalId: folder, state: 'prepared' };
    },
  };
}

type File = readonly [path: string, bytes: Uint8Array];

/** The guide comes last: where it lies, the package is whole. */
async function toFiles(channel: HandChannel, post: ChannelPost, media: MediaStore): Promise<File[]> {
  const copies = (folder: string, all: readonly PostMedia[]) =>
    all.map(async ({ path }, index): Promise<File> => {
      const name = path.split('/').at(-1) ?? path;
      return [`${folder}/${index + 1}-${name}`, await media.read(path)];
    });
  const shown = await Promise.all([...copies('images', post.images), ...copies('videos', post.videos)]);
  const texts: File[] = [
    ['title.txt', encode(post.title)],
    ['post.txt', encode(post.text)],
    ['hashtags.txt', encode(toHashtagLine(post.hashtags))],
    ['link.txt', encode(post.link)],
  ];
  return [...shown, ...texts, ['README.txt', encode(handGuide(channel, post))]];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\n`);
}
