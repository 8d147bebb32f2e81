import type { Channel } from '../../schema/primitives.js';
import type { ChannelPost } from '../channel.js';

/** Channels whose package is nothing but texts and pictures; the others have a folder of their own kind. */
export type HandChannel = Extract<Channel, 'instagram' | 'kakao_channel'>;

interface Guide {
  readonly name: string;
  readonly steps: readonly string[];
  /** The command that records that a person has done it. */
  readonly record: (campaignId: string) => string;
}

const guides: Readonly<Record<HandChannel, Guide>> = {
  instagram: {
    name: '인스타그램',
    steps: [
      '매장 인스타그램을 열고 + 를 눌러 게시물을 고릅니다.',
      'images 폴더의 그림을 올립니다. videos 폴더의 영상은 릴스나 스토리로 올릴 수 있습니다.',
      'post.txt의 글을 붙여 넣고, 이어서 hashtags.txt를 붙여 넣습니다.',
      '공유를 누릅니다.',
    ],
    record: (campaignId) => `kt-event publications confirm ${campaignId} instagram --url <게시물 주소>`,
  },
  kakao_channel: {
    name: '카카오톡 채널',
    steps: [
      '카카오톡 채널 관리자센터에서 메시지 쓰기를 누릅니다.',
      'post.txt의 글을 붙여 넣습니다. 맨 앞의 (광고)와 맨 끝의 수신거부 안내를 지우지 마세요.',
      '오전 8시부터 오후 8시 50분 사이에 보냅니다.',
    ],
    record: (campaignId) => `kt-event publications mark ${campaignId} kakao_channel live`,
  },
};

/** Tells a person, in plain Korean, that nothing was published and how to do it by hand. */
export function handGuide(
  channel: HandChannel,
  { campaignId, store, title, period, link }: ChannelPost,
): string {
  const { name, steps, record } = guides[channel];
  return [
    `${name}에 올릴 자료입니다.`,
    '',
    '※ 아직 아무 데도 올라가지 않았습니다. 아래 순서대로 직접 올려 주세요.',
    '',
    `매장: ${store.name}`,
    `제목: ${title}`,
    `기간: ${period.start} ~ ${period.end}`,
    `참여 주소: ${link}`,
    '',
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    `${steps.length + 1}. 올린 것을 적어 둡니다: ${record(campaignId)}`,
    '',
    '글을 고치면 승인한 내용과 달라집니다. 고칠 것이 있으면 이벤트를 다시 만들어 승인하세요.',
  ].join('\n');
}
