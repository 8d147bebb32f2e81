import type { ChannelPost } from './channel.js';

type BlogPost = Pick<ChannelPost, 'title' | 'text' | 'hashtags' | 'images' | 'link'>;

/**
 * A post as the blog editor takes it by paste: headings, paragraphs, links, and a numbered line where each
 * picture goes, since the editor drops all else. Every text is escaped.
 */
export function toBlogHtml({ title, text, images, link }: BlogPost): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`);
  const pictures = images.map(({ text }, index) => `<p>[사진 ${index + 1}: ${escapeHtml(text)}]</p>`);
  const address = escapeHtml(link);
  return [
    `<h2>${escapeHtml(title)}</h2>`,
    ...pictures,
    ...paragraphs,
    `<p><a href="${address}">${address}</a></p>`,
  ].join('\n');
}

export function toPlainText({ title, text, hashtags, link }: Omit<BlogPost, 'images'>): string {
  const body = text.includes(link) ? [text] : [text, link];
  return [title, ...body, toHashtagLine(hashtags)].filter((part) => part !== '').join('\n\n');
}

/** `#하나 #둘`, whether or not the mark was there. */
export function toHashtagLine(hashtags: readonly string[]): string {
  return hashtags.map((tag) => `#${tag.replace(/^#+/, '')}`).join(' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
