import type { Correction, PlanModel } from '@kt-event/sdk';

type Reasons = Readonly<Record<Correction['why'], string>>;

const why: Reasons = {
  empty: '내용이 비어 있어서',
  too_long: '너무 길어서',
  language: '한국어가 아니어서',
  number: '숫자나 금액이 들어 있어서 (숫자는 프로그램이 계산합니다)',
  promise: '이 이벤트에 없는 혜택을 약속해서',
  other_mechanic: '이 이벤트에 없는 참여 방법을 말해서',
  address: '링크나 연락처가 들어 있어서',
  markup: '글이 아닌 기호가 들어 있어서',
  order: '기계에게 하는 말이 섞여 있어서',
  copied: '남의 글을 그대로 옮겨서',
  leak: '알려 주지 않기로 한 내용이 섞여 있어서',
  quantity: '경품 수가 당첨자 수와 맞지 않아서',
  price_band: '이 업종에 맞지 않는 값의 경품이 있어서',
  too_many_large: '비싼 경품이 너무 많아서',
  flat: '값이 비슷한 경품이 겹쳐서',
  unequal: '선착순인데 사람마다 다른 것을 주게 되어서',
  too_dear: '경품값이 이 규모에 지나쳐서',
  same_method: '세 안의 참여 방법이 겹쳐서',
  budget: '예산을 넘어서',
  rule: '지켜야 할 규칙에 걸려서',
};

const field: Readonly<Record<Correction['field'], string>> = {
  title: '제목',
  reason: '이유',
  method: '참여 방법',
  prizes: '경품',
  headline: '머리말',
  greeting: '인사말',
  story: '소개 글',
};

/** Why a model is not in the plan; another code is shown as it is. */
const modelFailure: Readonly<Record<string, string>> = {
  PROVIDER_001: '답을 주지 않았습니다 (거절, 한도 초과, 종료된 모델)',
  PROVIDER_002: '너무 바빠 답하지 못했습니다',
  PROVIDER_003: '실패가 이어져 잠시 묻지 않고 있습니다',
  PROVIDER_004: '알아볼 수 없는 답을 했습니다',
  PROVIDER_005: '연결하지 못했습니다',
  PROVIDER_006: '시간 안에 답하지 않았습니다',
  AUTH_002: '인증키를 받아 주지 않았습니다',
  USER_017: '예산이나 상한이 모자라 묻지 않았습니다',
};

const part: Readonly<Record<PlanModel['part'], string>> = {
  proposal: '경품과 참여 방법',
  copy: '글',
};

export const koModels = {
  modelName: { anthropic: 'Claude', openai: 'GPT' } as Readonly<Record<string, string>>,
  planning: {
    part,
    field,
    why,
    modelFailure,
    title: 'AI가 한 일',
    used: (name: string, model: string, what: string, cost: string) =>
      `${name}(${model}): ${what} 제안, ${cost}`,
    dropped: (name: string, model: string, what: string, cost: string) =>
      `${name}(${model}): ${what}을(를) 제안했지만 쓸 수 있는 것이 없었습니다, ${cost}`,
    failed: (name: string, why: string) => `${name}: ${why}. 기본 기획안의 내용을 씁니다`,
    perhapsPaid: (cost: string) => `(요금 ${cost}까지 들었을 수 있습니다)`,
    asking: (name: string) => `${name}: 아직 답을 기다리는 중입니다. 잠시 뒤 다시 보면 반영됩니다`,
    none: 'AI 없이 기본 자료만으로 만들었습니다.',
    practice: '연습용 AI입니다. 실제 모델의 답이 아닙니다.',
    corrections: '바로잡은 것',
    correctionDropped: (name: string, concept: string, field: string, why: string) =>
      `${name}의 ${concept} ${field}: ${why} 쓰지 않았습니다`,
    correctionCorrected: (name: string, concept: string, field: string, why: string) =>
      `${name}의 ${concept} ${field}: ${why} 고쳤습니다`,
    said: (text: string) => `원래: ${text}`,
    instead: (text: string) => `지금: ${text}`,
    because: (text: string) => `기준: ${text}`,
  },
};

export const koModelsHelp = {
  offline: 'AI에 묻지 않고 이 컴퓨터의 자료만으로 만듭니다',
};
