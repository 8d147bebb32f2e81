import type { Bilingual } from '../../errors/index.js';
import type { ChannelPost } from '../channel.js';

/** Source: the blog editor's limit, read 2026-11-20. */
const maxTags = 30;
/** UTF-16 units. From memory of the editor, 2026-11 [M]. */
const maxTitleLength = 100;

/** What the blog editor would not take, or what would leave no trace of the campaign in the post. */
export function checkBlogPost({ title, hashtags, link }: ChannelPost): readonly Bilingual[] {
  const length = title.trim().length;
  return [
    ...(length === 0 ? [noTitle] : []),
    ...(length > maxTitleLength ? [longTitle(length)] : []),
    ...(hashtags.length > maxTags ? [manyTags(hashtags.length)] : []),
    ...(isWebAddress(link) ? [] : [noLink]),
  ];
}

function isWebAddress(link: string): boolean {
  return /^https?:\/\/\S+$/.test(link) && URL.canParse(link);
}

const noTitle: Bilingual = { ko: '블로그 글의 제목이 없습니다', en: 'the blog post has no title' };

const noLink: Bilingual = {
  ko: '참여 주소가 없어서 올린 뒤에 확인할 수 없습니다',
  en: 'the post has no entry address, so it could not be confirmed once it is up',
};

const longTitle = (length: number): Bilingual => ({
  ko: `제목이 ${length}자입니다. ${maxTitleLength}자까지 쓸 수 있습니다`,
  en: `the title has ${length} characters of at most ${maxTitleLength}`,
});

const manyTags = (count: number): Bilingual => ({
  ko: `태그가 ${count}개입니다. ${maxTags}개까지 쓸 수 있습니다`,
  en: `there are ${count} tags of at most ${maxTags}`,
});
