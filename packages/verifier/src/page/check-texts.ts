import type { Level } from '../beacon.js';
import type { Check, CheckId } from '../check.js';

interface CheckText {
  readonly title: string;
  readonly ok: (numbers: Check['numbers'], level: Level) => string;
  readonly bad: string;
}

const randomness: Record<Level, string> = {
  drand: '약속한 바로 그 회차의 공개 난수이고 서명이 진짜입니다. 누구도 미리 알거나 고를 수 없습니다.',
  witness: '증인들이 미리 봉인해 둔 비밀값 그대로입니다.',
  operator: '주최자가 미리 봉인해 둔 비밀값 그대로입니다.',
  sandbox: '약속한 연습용 난수가 맞습니다. 연습용이라 우연을 증명하지는 않습니다.',
};

/** What each check found, in the words of somebody who has never heard of a hash. */
export const checkTexts: Record<CheckId, CheckText> = {
  shape: {
    title: '기록의 형식',
    ok: () => '추첨 기록이 정해진 형식 그대로입니다.',
    bad: '추첨 기록의 형식이 틀립니다. 나머지는 확인할 수 없습니다.',
  },
  signature: {
    title: '주최자의 서명',
    ok: () => '주최자가 추첨 약속에 서명했고, 그 뒤로 한 글자도 바뀌지 않았습니다.',
    bad: '서명이 맞지 않습니다. 약속이 바뀌었거나 다른 사람이 만든 것입니다.',
  },
  anchors: {
    title: '약속을 미리 공개한 곳',
    ok: ({ places }) =>
      places === 0
        ? '다른 곳에 미리 공개했다는 기록은 없습니다. 약속의 시각은 주최자의 말뿐입니다.'
        : `적힌 ${places}곳의 약속 지문이 모두 같고, 난수가 나오기 전입니다. 그곳에 가서 지문을 비교해 보세요.`,
    bad: '적힌 곳 가운데 지문이 다르거나 난수가 나온 뒤에 공개된 곳이 있습니다.',
  },
  timing: {
    title: '시간 순서',
    ok: ({ revealedAt }) =>
      revealedAt === '-'
        ? '응모를 마감한 뒤에 약속을 공개했습니다.'
        : '응모 마감, 약속 공개, 난수의 순서입니다. 난수는 약속하고 10분 이상 지나서 나왔습니다.',
    bad: '시간 순서가 맞지 않습니다. 난수를 미리 보고 약속했을 수 있습니다.',
  },
  beacon: {
    title: '추첨에 쓴 난수',
    ok: (_numbers, level) => randomness[level],
    bad: '약속한 난수가 아닙니다.',
  },
  seed: {
    title: '추첨의 출발점',
    ok: () => '약속과 난수를 합쳐 이 기기에서 계산한 값이 기록과 같습니다.',
    bad: '약속과 난수로 계산한 값이 기록과 다릅니다.',
  },
  slots: {
    title: '당첨의 수와 순서',
    ok: ({ drawn }) => `당첨과 예비 ${drawn}명의 수와 순서가 약속과 같습니다.`,
    bad: '당첨과 예비의 수나 순서가 약속과 다릅니다.',
  },
  positions: {
    title: '뽑힌 번호',
    ok: () => '이 기기에서 처음부터 다시 뽑았고, 뽑힌 번호가 모두 같습니다.',
    bad: '다시 뽑아 보니 번호가 다릅니다.',
  },
  leaves: {
    title: '당첨된 응모의 지문',
    ok: () => '당첨된 응모의 내용과 지문이 맞습니다.',
    bad: '당첨된 응모의 내용과 지문이 다릅니다.',
  },
  paths: {
    title: '확정된 명단',
    ok: ({ entries }) => `당첨된 응모가 모두, 추첨 전에 확정한 ${entries}명의 명단에 있습니다.`,
    bad: '추첨 전에 확정한 명단에 없는 응모가 당첨되었습니다.',
  },
  winners: {
    title: '번호의 주인',
    ok: () => '뽑힌 번호를 가진 응모가 당첨되었고, 두 번 당첨된 응모는 없습니다.',
    bad: '뽑힌 번호의 주인이 아니거나 두 번 당첨된 응모가 있습니다.',
  },
  audit: {
    title: '한 번뿐인 추첨',
    ok: () => '약속 한 번과 추첨 한 번만 기록되어 있고, 주최자가 서명했습니다.',
    bad: '약속과 추첨의 기록이 맞지 않습니다.',
  },
};

/** Names of the numbers a check rests on. */
export const numberTexts: Readonly<Record<string, string>> = {
  hash: '약속 전체의 지문 (SHA-256)',
  key: '주최자의 공개 열쇠 (Ed25519)',
  fingerprint: '약속 지문',
  places: '공개한 곳의 수',
  closed_at: '응모 마감',
  published_at: '약속 공개',
  revealedAt: '난수가 나온 때',
  round: 'drand 회차',
  secrets: '비밀값의 수',
  random: '난수',
  seed: '출발점',
  drawn: '뽑은 수',
  total_weight: '응모권 전체',
  x: '첫째 난수',
  pos: '첫째로 뽑힌 번호',
  leaf: '첫째 당첨 응모의 지문',
  root: '명단 지문',
  entries: '명단의 응모 수',
  different: '서로 다른 당첨 응모',
  head: '기록의 끝 지문',
  event: '이벤트',
  place: '명단에서의 자리',
  weight: '명단의 응모권',
  promised: '접수증의 응모권',
  owner_tag: '본인 표시',
};
