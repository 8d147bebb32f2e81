import type { ChannelPost, PostMedia } from '../channel.js';

/** Source: Meta's content publishing guide, read 2026-11-20; fewer than two are no carousel [M]. */
const mostPictures = 10;

/**
 * What a post becomes: a reel of its first film when it has one, since more people are shown reels and the reel is in the
 * feed as well; else its pictures, side by side from the second on, up to ten. Nothing when there is neither.
 */
export type InstagramMedia =
  | { readonly kind: 'picture'; readonly picture: PostMedia }
  | { readonly kind: 'carousel'; readonly pictures: readonly PostMedia[] }
  | { readonly kind: 'reel'; readonly film: PostMedia };

export function chooseMedia({ images, videos }: ChannelPost): InstagramMedia | undefined {
  const [film] = videos;
  if (film) return { kind: 'reel', film };
  const pictures = images.slice(0, mostPictures);
  const [picture] = pictures;
  return picture && (pictures.length === 1 ? { kind: 'picture', picture } : { kind: 'carousel', pictures });
}

/** The text with the hashtags below it that it does not hold already. */
export function toCaption({ text, hashtags }: ChannelPost): string {
  const said = new Set(tagsOf(text));
  const tags = hashtags.map((tag) => `#${tag.replace(/^#+/, '')}`).filter((tag) => !said.has(tag));
  return [text, [...new Set(tags)].join(' ')].join('\n\n').trim();
}

/** As Instagram counts them: a mark and what follows it. */
export function tagsOf(caption: string): readonly string[] {
  return caption.match(/#[\p{L}\p{N}_]+/gu) ?? [];
}

/** A container as Meta wants it, or several that are gathered in one. */
export interface ContainerPlan {
  readonly children: readonly Readonly<Record<string, string>>[];
  readonly form: Readonly<Record<string, string>>;
}

/** The guide's offer is seen in the first second of a film; later scenes may be beyond its end. */
const coverMs = 1_000;

/** Source of the fields: Meta's `ig-user/media` page, read 2026-11-20. */
export function toContainerPlan(media: InstagramMedia, caption: string): ContainerPlan {
  switch (media.kind) {
    case 'picture':
      return { children: [], form: { ...toPicture(media.picture), caption } };
    case 'carousel': {
      const children = media.pictures.map((picture) => ({ ...toPicture(picture), is_carousel_item: 'true' }));
      return { children, form: { media_type: 'CAROUSEL', caption } };
    }
    case 'reel': {
      const cover = { thumb_offset: `${coverMs}`, share_to_feed: 'true' };
      return {
        children: [],
        form: { media_type: 'REELS', video_url: media.film.url, ...cover, caption },
      };
    }
  }
}

function toPicture({ url, text }: PostMedia): Record<string, string> {
  return { image_url: url, alt_text: text };
}
