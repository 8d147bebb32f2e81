import type { ChannelPost } from './channel.js';

type BlogPost = Pick<ChannelPost, 'title' | 'text' | 'hashtags' | 'images' | 'link'>;
type BlogBody = Pick<BlogPost, 'text' | 'link'>;

/**
 * A post as the blog editor takes it by paste: headings, paragraphs, lists, links, bold, and a numbered line where
 * each picture goes, since the editor drops all else. Every text is escaped, and the entry link is always in it.
 */
export function toBlogHtml({ title, text, images, link }: Omit<BlogPost, 'hashtags'>): string {
  const blocks = toBlogText({ text, link }).split(/\n{2,}/);
  const gap = Math.ceil(blocks.length / Math.max(1, images.length));
  const parts = blocks.flatMap((block, index) => {
    const number = index / gap; // the first picture on top, the others spread over the text
    const picture = Number.isInteger(number) ? images[number] : undefined;
    return [...(picture ? [toPlaceholder(picture, number)] : []), toBlockHtml(block, link)];
  });
  const placed = Math.ceil(blocks.length / gap);
  const rest = images.slice(placed).map((picture, index) => toPlaceholder(picture, placed + index));
  return [`<h2>${escapeHtml(title)}</h2>`, ...parts, ...rest].join('\n');
}

/** The body alone, as plain text: the entry link at its end unless the text says it. */
export function toBlogText({ text, link }: BlogBody): string {
  return text.includes(link) ? text : [text, link].filter((part) => part !== '').join('\n\n');
}

/** Title, body and hashtags in one. */
export function toPlainText({ title, hashtags, ...body }: Omit<BlogPost, 'images'>): string {
  return [title, toBlogText(body), toHashtagLine(hashtags)].filter((part) => part !== '').join('\n\n');
}

/** `#하나 #둘`, whether or not the mark was there. */
export function toHashtagLine(hashtags: readonly string[]): string {
  return hashtags.map((tag) => `#${tag.replace(/^#+/, '')}`).join(' ');
}

/** Opens Naver's own dialogue that shares a public address to a blog or cafe. Source: Naver's share guide, read 2026-11-20. */
export function toShareLink({ link, title }: Pick<BlogPost, 'link' | 'title'>): string {
  const share = new URL('https://share.naver.com/web/shareView');
  share.search = new URLSearchParams({ url: link, title }).toString();
  return share.href;
}

/** For text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toPlaceholder({ text }: BlogPost['images'][number], index: number): string {
  return `<p>[사진 ${index + 1}: ${escapeHtml(text)}]</p>`;
}

const listMark = /^[·•-]\s+/;

/** Neighbouring lines with a mark become a list, the others a paragraph. */
function toBlockHtml(block: string, link: string): string {
  const groups: { isList: boolean; lines: string[] }[] = [];
  for (const line of block.split('\n')) {
    const isList = listMark.test(line);
    const last = groups.at(-1);
    if (last?.isList === isList) last.lines.push(line);
    else groups.push({ isList, lines: [line] });
  }
  return groups
    .map(({ isList, lines }) => {
      const texts = lines.map((line) => toLineHtml(isList ? line.replace(listMark, '') : line, link));
      return isList
        ? `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`
        : `<p>${texts.join('<br>')}</p>`;
    })
    .join('\n');
}

function toLineHtml(line: string, link: string): string {
  const address = escapeHtml(link);
  const text = escapeHtml(line);
  return address === '' ? text : text.replaceAll(address, () => `<b><a href="${address}">${address}</a></b>`);
}
