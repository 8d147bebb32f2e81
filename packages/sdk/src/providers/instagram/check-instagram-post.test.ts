import { describe, expect, it } from 'vitest';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import type { ChannelPost, PostMedia } from '../channel.js';
import { checkInstagramPost } from './check-instagram-post.js';

const url = 'https://example.com/square.jpg';
const megabyte = 1024 * 1024;
const fit = aPost({ images: [aPostImage(url)] });
const picture = (over: Partial<PostMedia>): ChannelPost => ({
  ...fit,
  images: [{ ...aPostImage(url), ...over }],
});
const film = (over: Partial<PostMedia>): ChannelPost => ({
  ...fit,
  images: [],
  videos: [{ ...aPostImage(url), kind: 'video', mediaType: 'video/mp4', ...over }],
});
const saying = (text: string): ChannelPost => ({ ...fit, text, hashtags: [] });
const tags = (count: number) => Array.from({ length: count }, (_, index) => `태그${index}`);

const taken: readonly (readonly [string, ChannelPost])[] = [
  ['a post of the usual kind', fit],
  ['2,200 characters', saying('가'.repeat(2_200))],
  ['five hashtags, of which the text has two', { ...fit, text: '#태그0 #태그1', hashtags: tags(5) }],
  ['twenty mentions', saying('@a '.repeat(20))],
  ['a picture of 4:5', picture({ widthPx: 1_080, heightPx: 1_350 })],
  ['a picture of 1.91:1', picture({ widthPx: 1_910, heightPx: 1_000 })],
  ['a picture of 320 px and 8 MB', picture({ widthPx: 320, heightPx: 320, bytes: 8 * megabyte })],
  ['a picture of unknown size', picture({ widthPx: undefined, heightPx: undefined })],
  ['a film of 300 MB', film({ bytes: 300 * megabyte })],
  ['labels before the text', saying('[리허설용]\n\n[AI가 도운 문구입니다]\n\n겨울 이벤트\n[매장 안내]')],
  ['an advertiser first', saying('(광고)[행복분식] 겨울 이벤트\n\n추첨')],
  [
    'pictures beyond the tenth, which are left out',
    {
      ...fit,
      images: [...Array(10)].map(() => aPostImage(url)).concat(aPostImage(url, { mediaType: 'image/png' })),
    },
  ],
];

const refused: readonly (readonly [string, ChannelPost, RegExp])[] = [
  ['no caption', saying(' '), /문구가 없습니다/],
  ['2,201 characters', saying('가'.repeat(2_201)), /2201자/],
  ['six hashtags', { ...fit, hashtags: tags(6) }, /해시태그가 6개/],
  [
    'six hashtags, of which the text has one',
    { ...fit, text: '#다른것', hashtags: tags(5) },
    /해시태그가 6개/,
  ],
  ['21 mentions', saying('@a '.repeat(21)), /계정이 21개/],
  ['neither picture nor film', { ...fit, images: [] }, /그림이나 영상이 없습니다/],
  ['a PNG', picture({ mediaType: 'image/png' }), /JPEG만/],
  ['a picture beyond 8 MB', picture({ bytes: 8 * megabyte + 1 }), /8MB를 넘습니다/],
  ['an empty picture', picture({ bytes: 0 }), /비어 있습니다/],
  ['a narrow picture', picture({ widthPx: 319, heightPx: 319 }), /319픽셀/],
  ['a tall picture', picture({ widthPx: 1_080, heightPx: 1_920 }), /1080×1920/],
  ['a wide picture', picture({ widthPx: 2_000, heightPx: 1_000 }), /2000×1000/],
  ['a film of another format', film({ mediaType: 'video/webm' }), /MP4만/],
  ['a film beyond 300 MB', film({ bytes: 300 * megabyte + 1 }), /300MB를 넘습니다/],
  ['a film too wide', film({ widthPx: 3_840 }), /3840픽셀/],
  ['a label below the text', saying('겨울 이벤트\n\n[AI가 도운 문구입니다]'), /맨 앞에 있지 않습니다/],
  ['an advertisement said last', saying('겨울 이벤트\n(광고)'), /맨 앞에 있지 않습니다/],
];

describe('the check of a post', () => {
  it.each(taken)('takes %s', (_what, post) => {
    expect(checkInstagramPost(post)).toEqual([]);
  });

  it.each(refused)('names %s, once, in two languages', (_what, post, words) => {
    const problems = checkInstagramPost(post);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.ko).toMatch(words);
    expect(problems[0]?.en).not.toMatch(/[가-힣]{6,}/);
  });

  it('names the picture of a carousel that does not fit', () => {
    const images = [aPostImage(url), aPostImage(url, { heightPx: 3_000 })];

    expect(checkInstagramPost({ ...fit, images })).toMatchObject([
      { ko: expect.stringMatching(/^2번째 그림/) },
    ]);
  });

  it('misses none of them, which one that looks at the words alone does', () => {
    const missedBy = (check: typeof checkInstagramPost) =>
      refused.filter(([, post]) => check(post).length !== 1).map(([what]) => what);

    expect(missedBy(checkInstagramPost)).toEqual([]);
    expect(missedBy((post) => checkInstagramPost({ ...post, images: fit.images }))).toContain('a PNG');
  });
});
