import type { Bilingual } from '../../errors/index.js';
import type { ChannelPost, PostMedia } from '../channel.js';
import { chooseMedia, type InstagramMedia, tagsOf, toCaption } from './instagram-post.js';

const megabyte = 1024 * 1024;

/**
 * Source: Meta's content publishing guide and `ig-user/media` page, read 2026-11-20; five hashtags since 2025-12-18
 * (META-004). Mentions and the pictures' format are from memory [M]. Older pages allow a film of 1 GB.
 */
const limits = {
  captionCharacters: 2_200,
  hashtags: 5,
  mentions: 20,
  picture: { bytes: 8 * megabyte, widthPx: 320, tallest: 4 / 5, widest: 1.91 },
  film: { bytes: 300 * megabyte, widthPx: 1_920 },
} as const;
/** Whole pixels do not meet a ratio exactly. */
const ratioTolerance = 0.01;

/** What Instagram would refuse a post for, as far as the post alone tells. How long a film is, it does not. */
export function checkInstagramPost(post: ChannelPost): readonly Bilingual[] {
  const media = chooseMedia(post);
  return [
    ...checkCaption(toCaption(post)),
    ...checkOpening(post.text),
    ...(media ? checkMedia(media) : [noMedia]),
  ];
}

function checkCaption(caption: string): readonly Bilingual[] {
  const { length } = caption;
  const tags = tagsOf(caption).length;
  const mentions = caption.match(/@[\w.]+/g)?.length ?? 0;
  const { captionCharacters, hashtags, mentions: mostMentions } = limits;
  return [
    ...only(length === 0, '문구가 없습니다', 'there is no caption'),
    ...only(
      length > captionCharacters,
      `문구가 해시태그까지 ${length}자입니다. ${captionCharacters}자까지 쓸 수 있습니다`,
      `the caption with its hashtags has ${length} characters of at most ${captionCharacters}`,
    ),
    ...only(
      tags > hashtags,
      `해시태그가 ${tags}개입니다. ${hashtags}개까지 쓸 수 있습니다`,
      `there are ${tags} hashtags of at most ${hashtags}`,
    ),
    ...only(
      mentions > mostMentions,
      `@로 부른 계정이 ${mentions}개입니다. ${mostMentions}개까지 쓸 수 있습니다`,
      `there are ${mentions} mentions of at most ${mostMentions}`,
    ),
  ];
}

/** A line of its own that says who paid, who helped or that this is a rehearsal. The wording is ours. */
const disclosure = /^(?:\((?:광고|유료광고)\).*|\[[^\]\n]*(?:광고|협찬|AI|리허설)[^\]\n]*\])$/;

/** Instagram shows two lines and hides the rest: a disclosure below them is none (FTC-001, AI-001). */
function checkOpening(text: string): readonly Bilingual[] {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '');
  const opening = said.findIndex((line) => !disclosure.test(line));
  const late = opening === -1 ? undefined : said.slice(opening).find((line) => disclosure.test(line));
  return late === undefined
    ? []
    : [
        {
          ko: `‘${late}’ 표시가 맨 앞에 있지 않습니다. 첫 줄로 옮겨 주세요`,
          en: `the line ‘${late}’ must come first, before the text`,
        },
      ];
}

function checkMedia(media: InstagramMedia): readonly Bilingual[] {
  switch (media.kind) {
    case 'picture':
      return checkPicture(media.picture);
    case 'carousel':
      return media.pictures.flatMap((picture, index) => checkPicture(picture, index + 1));
    case 'reel':
      return checkFilm(media.film);
  }
}

function checkPicture(
  { mediaType, bytes, widthPx, heightPx }: PostMedia,
  place?: number,
): readonly Bilingual[] {
  const { bytes: most, widthPx: narrowest, tallest, widest } = limits.picture;
  const ko = place === undefined ? '그림' : `${place}번째 그림`;
  const en = place === undefined ? 'the picture' : `picture ${place}`;
  const ratio = widthPx !== undefined && heightPx !== undefined ? widthPx / heightPx : 1;
  return [
    ...only(
      mediaType !== 'image/jpeg',
      `${ko} 형식이 ${mediaType}입니다. JPEG만 올릴 수 있습니다`,
      `${en} is ${mediaType}; only JPEG is taken`,
    ),
    ...checkBytes(bytes, most, ko, en),
    ...only(
      widthPx !== undefined && widthPx < narrowest,
      `${ko} 너비가 ${widthPx}픽셀입니다. ${narrowest}픽셀 이상이어야 합니다`,
      `${en} is ${widthPx} px wide of at least ${narrowest}`,
    ),
    ...only(
      ratio < tallest - ratioTolerance || ratio > widest + ratioTolerance,
      `${ko} 비율이 ${widthPx}×${heightPx}입니다. 세로 4:5에서 가로 1.91:1 사이여야 합니다`,
      `${en} is ${widthPx}×${heightPx}; between 4:5 and 1.91:1 is taken`,
    ),
  ];
}

function checkFilm({ mediaType, bytes, widthPx }: PostMedia): readonly Bilingual[] {
  const { bytes: most, widthPx: widest } = limits.film;
  return [
    ...only(
      mediaType !== 'video/mp4',
      `영상 형식이 ${mediaType}입니다. MP4만 올릴 수 있습니다`,
      `the film is ${mediaType}; only MP4 is taken`,
    ),
    ...checkBytes(bytes, most, '영상', 'the film'),
    ...only(
      widthPx !== undefined && widthPx > widest,
      `영상 너비가 ${widthPx}픽셀입니다. ${widest}픽셀까지 올릴 수 있습니다`,
      `the film is ${widthPx} px wide of at most ${widest}`,
    ),
  ];
}

function checkBytes(bytes: number, most: number, ko: string, en: string): readonly Bilingual[] {
  return [
    ...only(bytes === 0, `${ko} 파일이 비어 있습니다`, `${en} is empty`),
    ...only(
      bytes > most,
      `${ko} 파일이 ${most / megabyte}MB를 넘습니다`,
      `${en} exceeds ${most / megabyte} MB`,
    ),
  ];
}

function only(broken: boolean, ko: string, en: string): readonly Bilingual[] {
  return broken ? [{ ko, en }] : [];
}

const noMedia: Bilingual = {
  ko: '올릴 그림이나 영상이 없습니다',
  en: 'there is neither a picture nor a film to post',
};
