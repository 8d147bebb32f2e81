import type { Channel } from '../../schema/primitives.js';

/** How a model writes for one channel. The figures are our own choice, within what the channel takes. */
interface ChannelStyle {
  /** In our own words. */
  readonly tone: string;
  /** Most of them, and characters of each. */
  readonly paragraphs: number;
  readonly letters: number;
  /** Most words for hashtags beside ours. */
  readonly tags: number;
  /** Longest text with everything that we add, characters. @defaultValue the channel's */
  readonly whole?: number;
  /** `whole`: in place of the plan's copy, whose facts we add. Where there is no room for that, beside the copy. */
  readonly place: 'whole' | 'before' | 'after';
}

const screen: ChannelStyle = {
  tone: '매장과 집의 TV 화면에 뜨는 한 문장. 멀리서도 한눈에 읽히게 짧고 또렷하게 씁니다.',
  paragraphs: 1,
  letters: 30,
  tags: 0,
  whole: 180,
  place: 'before',
};

export const channelStyles: Readonly<Record<Channel, ChannelStyle>> = {
  instagram: {
    tone: '인스타그램 게시글. 첫 문장에서 눈길을 끌고, 친구에게 말하듯 밝은 존댓말로 짧게 끊어 씁니다.',
    paragraphs: 3,
    letters: 90,
    tags: 2,
    place: 'whole',
  },
  naver_blog: {
    tone: '네이버 블로그 글. 매장 주인이 이웃에게 이야기하듯 차분하게, 왜 준비했는지와 어떻게 함께하는지를 풀어 씁니다.',
    paragraphs: 5,
    letters: 200,
    tags: 3,
    place: 'whole',
  },
  kakao_channel: {
    tone: '카카오톡 채널 친구에게 보내는 메시지. 정중하고 간결하게, 핵심을 먼저 씁니다.',
    paragraphs: 2,
    letters: 70,
    tags: 0,
    whole: 1_000,
    place: 'whole',
  },
  ringo_biz: {
    tone: '전화를 건 손님이 듣는 안내의 맺음말 한 문장. 소리 내어 읽기 쉬운 낱말로 정중하게 씁니다.',
    paragraphs: 1,
    letters: 40,
    tags: 0,
    whole: 180, // spoken within 40 s, the longest ring-back tone
    place: 'after',
  },
  wooridongne_tv: screen,
  genie_tv: screen,
};
