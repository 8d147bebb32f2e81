import type { Language } from '@kt-event/sdk';
import { koCoupons } from './ko-coupons.js';
import { koDoctor, koDoctorHelp } from './ko-doctor.js';
import { koDraws } from './ko-draws.js';
import { koHelp } from './ko-help.js';
import { koModels, koModelsHelp } from './ko-models.js';
import { koPlanning } from './ko-planning.js';
import { koPreview, koPreviewHelp } from './ko-preview.js';
import { koPrivacy, koPrivacyHelp } from './ko-privacy.js';
import { koPublications } from './ko-publications.js';
import { koTemplates, koTemplatesHelp } from './ko-templates.js';
import { koTrends, koTrendsHelp } from './ko-trends.js';
import { koVoidHelp, koVoids } from './ko-voids.js';
import { koWinners, koWinnersHelp } from './ko-winners.js';
import { koWords } from './ko-words.js';

/** What the guards of a campaign have come to. */
interface GuardFigures {
  readonly kept: number;
  readonly programs: number;
  readonly codesSent: number;
  readonly codesKrw: number;
}

/** Every sentence of the command line. The shape of this value is the contract for other languages. */
/** Things that are ordered of models, by their names in the ledger. */
const aiItem: Readonly<Record<string, string>> = {
  'plan/proposal': '기획 제안',
  'plan/copy': '문구',
  'paint/picture': '그림',
  'paint/clip': '영상',
  write: '채널 글',
  'generate/voice': '음성',
};

export const ko = {
  language: 'ko' as Language,
  help: {
    ...koHelp,
    models: koModelsHelp,
    trends: koTrendsHelp,
    doctor: koDoctorHelp,
    privacy: koPrivacyHelp,
    winners: koWinnersHelp,
    voids: koVoidHelp,
    previews: koPreviewHelp,
    templates: koTemplatesHelp,
  },
  ...koWords,
  ...koPublications,
  ...koDraws,
  ...koCoupons,
  ...koModels,
  ...koTrends,
  ...koDoctor,
  ...koPrivacy,
  ...koWinners,
  ...koPlanning,
  ...koVoids,
  ...koPreview,
  ...koTemplates,

  status: {
    none: '아직 이벤트가 없습니다. `kt-event init`으로 시작하세요.',
    rehearsal: '리허설',
    period: '응모 기간',
    entries: '응모',
    entriesOf: (accepted: number, visitors: number) => `${accepted}명 (매장 방문 ${visitors}명)`,
    refused: (duplicates: number, refused: number) => `중복 ${duplicates}건, 거절 ${refused}건`,
    guards: '막은 요청',
    guardsOf: ({ kept, programs, codesSent, codesKrw }: GuardFigures) =>
      `${kept}건 (자동 프로그램의 덫 ${programs}건)${codesSent > 0 ? `, 인증 문자 ${codesSent}건 ${codesKrw}원` : ''}`,
    remaining: '남은 수량',
    pieces: (count: number) => `${count}개`,
    visitCode: '지금 방문 코드',
    draw: '추첨',
    committed: '추첨 약속을 공개했습니다. 난수를 기다립니다',
    drawn: (count: number) => `${count}명을 뽑았습니다`,
    notices: '당첨 알림',
    noticesOf: (sent: number, others: number) => `보냄 ${sent}건${others > 0 ? `, 남음 ${others}건` : ''}`,
    unpainted: (provider: string, code: string) =>
      `${provider}에서 그림을 받지 못해 우리 그림으로 만들었습니다 (${code}).`,
    unfilmed: (provider: string, code: string) =>
      `${provider}의 영상을 쓸 수 없어 영상을 우리 그림으로 시작합니다 (${code}).`,
    unwritten: (channel: string, why: string) => `${channel} 글은 기획안의 글을 씁니다. ${why}`,
    doubtful: (count: number) =>
      `실행되었는지 알 수 없는 외부 호출이 ${count}건 있습니다. \`kt-event effects list\`로 확인해 주세요.`,
    run: '실행',
    folder: '폴더',
  },

  next: {
    approve: (id: string) => `다음: 내용을 확인하고 승인하세요. kt-event generate ${id} --yes`,
    approveMade: (id: string, folder: string) =>
      `다음: AI가 만든 그림과 글을 보고 승인하세요. ${folder} 확인 뒤 kt-event distribute ${id} --yes`,
    resume: (id: string) => `다음: kt-event resume ${id}`,
    decide: '다음: kt-event effects list로 확인하고 결정해 주세요.',
    at: (when: string, what: string) => `다음: ${when} ${what}. kt-event serve를 켜 두면 저절로 이어집니다.`,
    goesOn: '이어서 하기',
  },

  verification: {
    valid: '추첨 기록이 맞습니다.',
    invalid: '추첨 기록이 맞지 않습니다. 이 당첨 결과를 믿지 마세요.',
    proves: '이것으로 알 수 있는 것',
    doesNotProve: '이것으로 알 수 없는 것',
  },

  report: {
    ai: 'AI가 만든 것',
    aiOf: (item: string, cost: string) =>
      `${aiItem[item.replace(/(?<=^write)\/.*|-\d+$/, '')] ?? item} ${cost}`,
    rehearsal: '리허설 결과입니다. 실제 손님도 당첨자도 없습니다.',
    entries: '응모',
    entriesOf: (accepted: number, visitors: number) => `${accepted}명 응모, ${visitors}명이 매장에 왔습니다`,
    winners: '당첨',
    winnersOf: (winners: number, notified: number, unreached: number) =>
      `${winners}명 당첨, ${notified}명에게 알렸고 ${unreached}명에게는 닿지 않았습니다`,
    messages: '메시지',
    messageOf: (purpose: string, kind: string, count: number, cost: string) =>
      `${purpose} ${kind} ${count}건 ${cost}`,
    purpose: { winner: '당첨 안내', reminder: '기한 안내', code: '인증번호' },
    kind: { alimtalk: '알림톡', sms: '문자(SMS)', lms: '문자(LMS)', text: '문자' },
    sales: '매출',
    salesOf: (actual: string, baseline: string) => `${actual} (평소 ${baseline})`,
    uplift: '늘어난 매출',
    upliftOf: (value: string, low: string, high: string) => `${value} (${low} ~ ${high})`,
    unproven: '우연일 수 있습니다: 늘었다고 말하기에는 자료가 부족합니다',
    left: '남은 돈',
    noSales: '매출 자료가 없어 남은 돈을 계산하지 않았습니다.',
    places: '찾아온 곳',
    print: '매장 안내물',
    placeOf: (place: string, opened: number, entered: number) =>
      `${place}: ${opened}번 열어 ${entered}명 응모`,
    redeemed: '받아 감',
    redeemedOf: (taken: number, of: number) => `${of}개 중 ${taken}개`,
    channels: '채널',
    none: '아직 분석할 결과가 없습니다.',
  },

  rehearsal: {
    title: '리허설이 끝났습니다',
    honest:
      '리허설: 실제로 알린 사람도, 당첨된 사람도 없습니다. 손님과 채널은 모두 이 컴퓨터 안의 연습용입니다.',
    invented: (sent: number, accepted: number) => `가상의 손님 ${sent}명 중 ${accepted}명 응모 완료`,
    picked: (winners: number, reserves: number) => `당첨 ${winners}명, 예비 ${reserves}명`,
    verified: '기록을 처음부터 다시 계산해 맞는 것을 확인했습니다',
    unverified: '기록이 맞지 않습니다',
    told: (sent: number, masked: string) => `연습용 알림 ${sent}건${masked ? `: ${masked}` : ''}`,
    consents: '소식 동의',
    consentsTold: ({ given, told }: Readonly<Record<'given' | 'told', number>>) =>
      `동의한 ${given}명 중 ${told}명에게 연습용 문자로 처리 결과를 알림`,
    prizes: '경품',
    handedOver: (of: Readonly<Record<'claimed' | 'expired' | 'declined' | 'promoted', number>>) =>
      `${of.claimed}명 받음, ${of.expired}명 기한 지남, ${of.declined}명 사양, 예비에서 ${of.promoted}명 올라옴`,
    made: (count: number, folder: string) => `만든 파일 ${count}개: ${folder}`,
    verifyYourself: (path: string) => `추첨을 직접 검증하려면: kt-event verify ${path}`,
  },

  dryRun: {
    title: '미리 보기',
    honest: '아무것도 보내거나 저장하지 않았습니다.',
    where: '보낼 곳과 보낼 글',
  },

  approval: {
    content: '승인할 내용',
    spoken: '통화연결음에서 읽을 문장',
    unspoken: (written: string) => `${written} (읽지 않음)`,
    voice: (disclosure: string) => `음성을 만들게 되면 끝에 이 문장을 붙입니다: ${disclosure}`,
    byModels: 'AI가 만든 그림, 영상, 글입니다. 보고 승인하세요. 승인 전에는 아무 데도 올리지 않습니다',
    hash: (hash: string) => `내용 번호: ${hash}`,
    live: (channels: string) => `승인하면 실제로 공개됩니다: ${channels}`,
    question: '이 내용으로 시작할까요?',
    unreachable:
      '포스터와 글에 들어가는 응모 주소가 이 컴퓨터에서만 열립니다. 손님이 열 수 있는 주소를 KT_EVENT_PUBLIC_URL에 넣고 다시 만드세요.',
  },

  init: {
    written: (path: string) => `${path} 파일을 만들었습니다.`,
    next: (path: string) => `값을 고친 뒤 확인하세요: kt-event check ${path}`,
    store: '매장 이름은 무엇인가요?',
    industry: '어떤 매장인가요?',
    region: '어디에 있나요? (예: 서울 마포구)',
    phone: '매장 전화번호는요?',
    name: '이벤트 이름은요?',
    budget: '예산은 얼마인가요? (원)',
  },

  tasks: {
    check: '규칙을 점검하는 중',
    plan: '기획안을 만드는 중',
    run: '이벤트를 진행하는 중',
    rehearse: '리허설하는 중',
  },

  resume: {
    nothing: '이어서 할 일이 없습니다.',
    found: (count: number) => `이어서 할 이벤트 ${count}개를 찾았습니다.`,
  },

  serve: {
    listening: (url: string) => `열렸습니다: ${url}`,
    stop: 'Ctrl-C를 누르면 멈춥니다.',
  },

  interrupted: {
    stopping: '하던 일을 안전하게 멈추는 중입니다. 한 번 더 누르면 바로 끝냅니다.',
  },

  error: {
    more: (count: number) => `그 밖에 ${count}곳이 더 있습니다.`,
  },

  usage: {
    unknownCommand: (name: string) => `"${name}"(이)라는 명령은 없습니다`,
    unknownOption: (name: string) => `${name}(이)라는 옵션은 없습니다`,
    missingArgument: (name: string) => `${name}을(를) 써야 합니다`,
    missingValue: (name: string) => `${name}에 값을 써야 합니다`,
    wrongValue: (name: string) => `${name}에 쓸 수 없는 값입니다`,
    excessArguments: '알 수 없는 값이 더 있습니다',
    conflict: '함께 쓸 수 없는 옵션입니다',
    other: '명령을 알아듣지 못했습니다',
    suggestion: (name: string) => `${name}을(를) 쓰려던 것인가요?`,
    help: (command: string) => `\`${command} --help\`로 쓰는 법을 보세요`,
  },
};

/** Widened, so that another language may say the same in other words. */
export type Messages = typeof ko;
