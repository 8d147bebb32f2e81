import type { Endpoint } from './endpoint.js';
import type { ProviderSettings } from './provider-settings.js';

/** A service outside that can be set, and what happens where it is not. */
export interface OutsideService {
  readonly id: string;
  readonly name: string;
  readonly endpointOf: (settings: ProviderSettings) => Endpoint | undefined;
  /** Variables of the environment that set it. */
  readonly variables: string;
  /** What happens without it. */
  readonly without: readonly [ko: string, en: string];
}

const byHand = [
  '내보낼 자료를 폴더에 만들어 두고 사람이 올립니다',
  'what is to be published is laid ready for a person',
] as const;
const noTrend = ['기획안에 이 자료가 빠집니다', 'plans go without it'] as const;
const noModel = ['기본 자료만으로 기획합니다', 'plans come from the knowledge base alone'] as const;

export const outsideServices: readonly OutsideService[] = [
  {
    id: 'instagram',
    name: 'Instagram',
    endpointOf: ({ instagram }) => instagram,
    variables: 'IG_ACCESS_TOKEN, IG_USER_ID',
    without: byHand,
  },
  {
    id: 'naver_blog',
    name: 'Naver Blog',
    endpointOf: ({ naverBlog }) => naverBlog,
    variables: 'BLOG_ENDPOINT_URL, BLOG_ENDPOINT_TOKEN',
    without: byHand,
  },
  {
    id: 'kt',
    name: 'KT (우리동네TV, 링고비즈, 지니TV)',
    endpointOf: ({ kt }) => kt,
    variables: 'KT_BASE_URL, KT_API_TOKEN',
    without: byHand,
  },
  {
    id: 'kakao',
    name: 'Kakao',
    endpointOf: ({ solapi, nhn }) => (solapi?.pfId === undefined ? nhn : solapi),
    variables: 'SOLAPI_…, SOLAPI_PFID / NHN_…',
    without: byHand,
  },
  {
    id: 'messages',
    name: '문자·알림톡 (Solapi, NHN Cloud)',
    endpointOf: ({ solapi, nhnMessages, messenger }) =>
      messenger === 'nhn' ? nhnMessages : (solapi ?? nhnMessages),
    variables: 'SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER / NHN_SMS_…',
    without: ['당첨 안내를 파일로 만들어 둡니다', 'notices are laid ready as files'],
  },
  {
    id: 'voice',
    name: 'CLOVA Voice',
    endpointOf: ({ clova }) => clova,
    variables: 'NCP_CLOVA_VOICE_KEY_ID, NCP_CLOVA_VOICE_KEY',
    without: ['이 컴퓨터의 음성이나 대본만 씁니다', 'the voice of this machine, or the script alone'],
  },
  {
    id: 'anthropic',
    name: 'Claude',
    endpointOf: ({ anthropic }) => anthropic,
    variables: 'ANTHROPIC_API_KEY',
    without: noModel,
  },
  {
    id: 'openai',
    name: 'GPT',
    endpointOf: ({ openai }) => openai,
    variables: 'OPENAI_API_KEY',
    without: noModel,
  },
  {
    id: 'images',
    name: '그림 모델 (pictures)',
    endpointOf: ({ images }) => images,
    variables: 'KT_EVENT_IMAGE_MODEL',
    without: ['그림을 서식으로만 그립니다', 'pictures are drawn from templates alone'],
  },
  {
    id: 'videos',
    name: '영상 모델 (clips)',
    endpointOf: ({ videos }) => videos,
    variables: 'KT_EVENT_VIDEO_MODEL',
    without: ['영상이 우리 그림으로 시작합니다', 'films begin with our own drawing'],
  },
  {
    id: 'naver',
    name: 'Naver search trend',
    endpointOf: ({ naver }) => naver,
    variables: 'NAVER_HUB_KEY_ID, NAVER_HUB_KEY',
    without: noTrend,
  },
  {
    id: 'public_data',
    name: 'data.go.kr',
    endpointOf: ({ publicData }) => publicData,
    variables: 'DATA_GO_KR_SERVICE_KEY',
    without: noTrend,
  },
  {
    id: 'nts',
    name: 'National Tax Service',
    endpointOf: ({ nts }) => nts,
    variables: 'DATA_GO_KR_SERVICE_KEY',
    without: ['사업자등록번호의 모양만 봅니다', 'only the form of a business number is checked'],
  },
  {
    id: 'turnstile',
    name: 'Turnstile',
    endpointOf: ({ turnstile }) => turnstile,
    variables: 'TURNSTILE_SITE_KEY, TURNSTILE_SECRET_KEY',
    without: ['자체 계산 문제를 씁니다', 'our own challenge is used'],
  },
  {
    id: 's3',
    name: 'S3',
    endpointOf: ({ s3 }) => s3,
    variables: 'S3_…',
    without: ['그림을 이 서버가 내줍니다', 'this server hands pictures out'],
  },
];
