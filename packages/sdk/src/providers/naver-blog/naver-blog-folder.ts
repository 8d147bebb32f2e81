import { escapeHtml, toBlogHtml, toBlogText, toHashtagLine, toShareLink } from '../blog-package.js';
import type { ChannelAdapter, ChannelPost } from '../channel.js';
import type { MediaStore } from '../media-store.js';
import { requireFit } from '../require-fit.js';
import { checkBlogPost } from './check-blog-post.js';
import { toHandOffPage } from './hand-off-page.js';

export interface NaverBlogFolderOptions {
  readonly media: MediaStore;
}

const provider = 'naver_blog';
const folder = 'outbox/naver_blog';

/**
 * Publishes nothing: lays a post ready for a person to paste. Naver ended its writing API on 2020-05-06 and takes
 * robots in the browser for abuse, so there is no other honest way. The same post gives the same files.
 */
export function createNaverBlogFolder({ media }: NaverBlogFolderOptions): ChannelAdapter {
  return {
    channel: 'naver_blog',
    provider,
    mode: 'local',
    idempotency: 'keyed',
    quietMs: 0,
    assumedProtocol: false,
    priceKrw: () => 0,
    check: checkBlogPost,

    async publish(post, { signal }) {
      requireFit(provider, checkBlogPost(post));
      for (const [path, bytes] of await toFiles(post, media)) {
        signal?.throwIfAborted();
        await media.write(`${folder}/${path}`, bytes);
      }
      return { externalId: folder, state: 'prepared' };
    },
  };
}

type File = readonly [path: string, bytes: Uint8Array];

/** The hand-off page comes last: where it lies, the package is whole. */
async function toFiles(post: ChannelPost, media: MediaStore): Promise<File[]> {
  const pictures = await Promise.all(
    post.images.map(async ({ path, text }, index) => {
      const name = `${index + 1}-${path.split('/').at(-1) ?? ''}`;
      return { name, text, bytes: await media.read(path) };
    }),
  );
  const shareLink = toShareLink(post);
  return [
    ...pictures.map(({ name, bytes }): File => [`images/${name}`, bytes]),
    ['title.txt', encode(post.title)],
    ['post.html', encode(toPostPage(post))],
    ['post.txt', encode(toBlogText(post))],
    ['tags.txt', encode(toHashtagLine(post.hashtags))],
    ['share-link.txt', encode(shareLink)],
    ['hand-off.html', encode(toHandOffPage({ post, pictures, shareLink }))],
  ];
}

function toPostPage(post: ChannelPost): string {
  const head = `<meta charset="utf-8">\n<title>${escapeHtml(post.title)}</title>`;
  return `<!doctype html>\n<html lang="ko">\n${head}\n<body>\n${toBlogHtml(post)}\n</body>\n</html>`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\n`);
}
