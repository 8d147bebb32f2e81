import type { Channel } from '../../schema/primitives.js';
import type { ChannelPost } from '../channel.js';

const names: Readonly<Record<Channel, string>> = {
  instagram: '인스타그램',
  naver_blog: '네이버 블로그',
  kakao_channel: '카카오톡 채널',
  wooridongne_tv: '우리동네TV',
  ringo_biz: '링고비즈 (통화연결음)',
  genie_tv: '지니TV 광고',
};

const ktSteps = [
  'KT 담당자나 대행사에 광고 신청을 합니다. (공개된 접수 주소가 없어 사람이 신청해야 합니다.)',
  'post.txt의 문구와 images 폴더의 그림을 보냅니다.',
  '심사 결과와 시작 날짜를 받아 적어 둡니다.',
];

const steps: Readonly<Record<Channel, readonly string[]>> = {
  instagram: [
    '매장 인스타그램을 열고 + 를 눌러 게시물을 고릅니다.',
    'images 폴더의 그림을 올립니다.',
    'post.txt의 글을 붙여 넣고, 이어서 hashtags.txt를 붙여 넣습니다.',
    '공유를 누릅니다.',
  ],
  naver_blog: [
    '네이버 블로그에서 글쓰기를 누릅니다.',
    'title.txt를 제목에 붙여 넣습니다.',
    'post.html을 브라우저로 열어 전체를 복사한 뒤 본문에 붙여 넣습니다.',
    '[사진 1]이라고 적힌 자리에 images 폴더의 그림을 넣습니다.',
    'hashtags.txt를 태그에 넣고 발행을 누릅니다.',
  ],
  kakao_channel: [
    '카카오톡 채널 관리자센터에서 메시지 쓰기를 누릅니다.',
    'post.txt의 글을 붙여 넣습니다. 맨 앞의 (광고)와 맨 끝의 수신거부 안내를 지우지 마세요.',
    '오전 8시부터 오후 8시 50분 사이에 보냅니다.',
  ],
  wooridongne_tv: ktSteps,
  genie_tv: ktSteps,
  ringo_biz: ['링고비즈 고객센터나 담당자에게 안내 멘트 변경을 신청합니다.', 'post.txt가 녹음할 문장입니다.'],
};

/** Tells a person, in plain Korean, that nothing was published and how to do it by hand. */
export function handGuide(channel: Channel, { store, title, period, link }: ChannelPost): string {
  const numbered = steps[channel].map((step, index) => `${index + 1}. ${step}`);
  return [
    `${names[channel]}에 올릴 자료입니다.`,
    '',
    '※ 아직 아무 데도 올라가지 않았습니다. 아래 순서대로 직접 올려 주세요.',
    '',
    `매장: ${store.name}`,
    `제목: ${title}`,
    `기간: ${period.start} ~ ${period.end}`,
    `참여 주소: ${link}`,
    '',
    ...numbered,
    '',
    '글을 고치면 승인한 내용과 달라집니다. 고칠 것이 있으면 이벤트를 다시 만들어 승인하세요.',
  ].join('\n');
}
