import type {
  CampaignState,
  Channel,
  Concept,
  Effect,
  Finding,
  Industry,
  Mode,
  Publication,
  RunState,
  Verification,
} from '@kt-event/sdk';

type Words<Key extends string> = Record<Key, string>;

const channel: Words<Channel> = {
  wooridongne_tv: '우리동네TV',
  ringo_biz: '링고비즈',
  genie_tv: '지니TV',
  instagram: '인스타그램',
  naver_blog: '네이버 블로그',
  kakao_channel: '카카오톡 채널',
};

const industry: Words<Industry> = {
  cafe: '카페',
  restaurant: '음식점',
  salon: '미용실',
  gym: '헬스장',
  academy: '학원',
  convenience: '편의점',
  florist: '꽃집',
  bakery: '빵집',
  apparel: '옷가게',
  nail: '네일숍',
  clinic: '병의원',
  pet: '반려동물',
};

const campaignState: Words<CampaignState> = {
  draft: '작성 중',
  planned: '기획됨',
  approved: '승인됨',
  published: '배포됨',
  open: '응모 중',
  closed: '응모 마감',
  drawn: '추첨됨',
  settled: '끝남',
  cancelled: '취소됨',
};

const runState: Words<RunState> = {
  queued: '차례를 기다림',
  running: '진행 중',
  waiting: '때를 기다림',
  parked: '결정이 필요함',
  ended: '끝남',
  failed: '실패',
  cancelled: '취소됨',
};

const effectState: Words<Effect['state']> = {
  intent: '보내는 중이었음',
  acked: '보냄',
  rejected: '거절됨',
  not_sent: '보내지 않음',
  in_doubt: '확인 필요',
  parked: '결정 필요',
};

const publicationState: Words<Publication['state']> = {
  held: '보류',
  prepared: '꾸러미 준비됨',
  submitted: '접수됨',
  in_review: '심사 중',
  scheduled: '방영 예정',
  published: '공개됨',
  refused: '심사에서 거절됨',
  failed: '실패',
  in_doubt: '확인 필요',
  withdrawn: '내림',
};

const mode: Words<Mode> = { local: '이 컴퓨터', sandbox: '연습', live: '실제' };
const concept: Words<Concept['id']> = { safe: '안정형', balanced: '균형형', bold: '도전형' };
const severity: Words<Finding['severity']> = { error: '반드시', warn: '주의', info: '참고' };

const level: Words<Verification['level']> = {
  drand: '누구도 결과를 조작할 수 없는 공개 난수로 뽑았습니다',
  witness: '증인 모두가 짜지 않는 한 결과를 조작할 수 없습니다',
  operator: '진행자의 비밀 숫자로 뽑았습니다. 진행자를 믿어야 합니다',
  sandbox: '리허설용 난수로 뽑았습니다. 실제 추첨이 아닙니다',
};

/** Kinds of creatives, and the place for those that are printed. */
const creative: Readonly<Record<string, string>> = {
  text: '글',
  image: '이미지',
  poster: '포스터',
  video: '영상',
  audio: '음성',
  print: '인쇄용',
};

/** What a run waits for; another word is shown as it is. */
const waitingFor: Readonly<Record<string, string>> = {
  approval: '승인',
  opens: '응모 시작',
  closes: '응모 마감',
  entries: '응모 명단 확정',
  channels: '알리지 못한 채널에 다시 시도',
  retry: '다시 시도',
  'rush:end': '첫 순간의 응모 마감',
  'draw:at': '추첨',
  'draw:anchor': '추첨 약속의 시점 확인 도장',
  'draw:randomness': '공개 난수 다시 확인',
  notify: '당첨 알림 다시 시도',
  'notify:at': '당첨 알림',
  command: '다음 명령',
  withdrawal: '내리기 다시 시도',
};

/** Stage names a run may report; another name is shown as it is. */
const stage: Readonly<Record<string, string>> = {
  plan: '기획',
  generate: '콘텐츠 만들기',
  distribute: '배포',
  withdraw: '내리기',
  participate: '응모 받기',
  draw: '추첨',
  notify: '당첨 알림',
  claim: '경품 전달',
  analyze: '분석',
  learn: '학습',
};

export const koWords = {
  notMade: '음성 없이 읽을 문장만 넘깁니다',
  channel,
  industry,
  campaignState,
  runState,
  effectState,
  publicationState,
  mode,
  concept,
  severity,
  level,
  stage,
  creative,
  waitingFor,
  won: (valueKrw: number): string => `${valueKrw.toLocaleString('ko-KR')}원`,
  seconds: (durationMs: number): string => `${(durationMs / 1_000).toFixed(1)}초`,
  weekdays: ['일', '월', '화', '수', '목', '금', '토'],
};
