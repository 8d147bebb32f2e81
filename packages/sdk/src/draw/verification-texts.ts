import type { Bilingual } from '../errors/index.js';
import type { Anchor, AssuranceLevel, CheckId } from '../schema/draw.js';

/** What each check looks at. */
export const checkTexts: Record<CheckId, Bilingual> = {
  shape: { ko: '추첨 기록의 형식', en: 'The form of the transcript' },
  signature: { ko: '추첨 약속에 한 주최자 서명', en: "The organiser's signature on the commitment" },
  anchors: {
    ko: '약속을 공개했다는 곳마다 같은 지문과 시각',
    en: 'The same fingerprint, in time, in every place named',
  },
  timing: {
    ko: '응모 마감 → 약속 공개 → 난수의 시간 순서',
    en: 'Entries closed, then commitment, then randomness',
  },
  beacon: { ko: '난수가 약속한 바로 그 난수인지', en: 'The randomness is the one announced' },
  seed: { ko: '약속과 난수로 만든 추첨 씨앗', en: 'The seed made of commitment and randomness' },
  slots: { ko: '당첨과 예비의 수와 순서', en: 'Number and order of winners and reserves' },
  positions: { ko: '당첨 번호 계산', en: 'The numbers that were drawn' },
  leaves: { ko: '당첨 응모의 지문', en: 'The fingerprints of the winning entries' },
  paths: { ko: '당첨 응모가 약속한 명단에 있는지', en: 'The winning entries are in the committed list' },
  winners: { ko: '당첨 번호의 주인과 중복 여부', en: 'Who holds the numbers, and nobody twice' },
  audit: { ko: '약속 한 번, 추첨 한 번의 기록', en: 'A record of one commitment and one draw' },
};

interface Meaning {
  readonly proves: Bilingual;
  readonly doesNotProve: Bilingual;
}

const always: Bilingual = {
  ko: '명단에 가짜 응모가 없다는 것, 빠진 응모가 없다는 것, 서명한 열쇠가 그 주최자의 것이라는 것, 경품이 전달되었다는 것은 증명하지 않습니다.',
  en: 'It does not prove that the list holds no fake entries and lacks no real one, that the key is the organiser’s, or that prizes were handed over.',
};

const and = (first: Bilingual): Bilingual => ({
  ko: `${first.ko} ${always.ko}`,
  en: `${first.en} ${always.en}`,
});

/** What a valid transcript means, by who could have steered its randomness. */
export const meanings: Record<AssuranceLevel, Meaning> = {
  drand: {
    proves: {
      ko: '당첨자는 약속한 명단과 drand 공개 난수만으로 정해졌습니다. 난수가 나오기 전에 약속이 공개되었다면 주최자도 참가자도 결과를 고를 수 없었습니다.',
      en: 'The winners follow from the committed list and the public drand randomness alone. If the commitment was public before that randomness, neither organiser nor participant could choose the result.',
    },
    doesNotProve: and({
      ko: '약속이 적힌 시각에 정말 공개되었는지는 이 기록만으로 알 수 없습니다. 적힌 곳에서 지문을 직접 비교해 주세요.',
      en: 'Whether the commitment was public at the time it states cannot be told from this transcript: compare the fingerprint in the places named.',
    }),
  },
  witness: {
    proves: {
      ko: '당첨자는 약속한 명단과 증인들의 비밀값만으로 정해졌습니다. 증인이 한 사람이라도 정직하고, 명단이 먼저 정해졌다면 결과를 고를 수 없었습니다.',
      en: 'The winners follow from the committed list and the secrets of the witnesses alone. If one witness is honest and the list was fixed first, nobody could choose the result.',
    },
    doesNotProve: and({
      ko: '증인들이 서로 남남이라는 것, 비밀값을 미리 나누지 않았다는 것, 약속이 적힌 시각에 공개되었다는 것은 알 수 없습니다.',
      en: 'It cannot tell that the witnesses are independent, that they did not share their secrets, or that the commitment was public when it states.',
    }),
  },
  operator: {
    proves: {
      ko: '당첨자는 약속한 명단과 주최자의 비밀값에서 규칙대로 계산되었습니다. 약속한 뒤에 바뀐 것은 없습니다.',
      en: 'The winners were computed by the rules from the committed list and the operator’s secret. Nothing changed after the commitment.',
    },
    doesNotProve: and({
      ko: '조작을 막지는 못합니다. 주최자는 비밀값을 미리 알고 명단을 정할 수 있었습니다.',
      en: 'It is not manipulation-proof: the operator knew the secret and could have chosen the list to fit.',
    }),
  },
  sandbox: {
    proves: {
      ko: '계산과 서명이 규칙대로입니다. 연습용 추첨입니다.',
      en: 'The arithmetic and the signatures follow the rules. This is a rehearsal.',
    },
    doesNotProve: and({
      ko: '우연에 대해서는 아무것도 증명하지 않습니다. 난수가 공개 drand 체인에서 오지 않아, 만든 사람이 미리 알 수 있었습니다.',
      en: 'It proves nothing about chance: the randomness is not of the public drand chain, so whoever runs that chain could know it in advance.',
    }),
  },
};

/** What an invalid transcript means. */
export const invalidMeaning: Meaning = {
  proves: { ko: '증명하는 것이 없습니다.', en: 'It proves nothing.' },
  doesNotProve: {
    ko: '검증에 실패했으므로 이 기록의 당첨 결과를 믿지 마세요.',
    en: 'It failed verification: do not trust the winners in it.',
  },
};

/** What stands behind an anchor of each kind, added for the kinds that are named. None is looked up by the verdict. */
export const anchorMeanings: Record<Anchor['kind'], Bilingual> = {
  timestamp_token: {
    ko: '시점 확인 도장은 여기서 열어 보지 않았습니다. 캠페인 폴더의 draw/commitment.tsr를 openssl ts -verify로, 믿는 기관의 인증서와 함께 확인해 주세요.',
    en: 'The time stamp is not opened here: check draw/commitment.tsr of the campaign’s folder by openssl ts -verify, with the certificate of an authority you trust.',
  },
  transparency_log: {
    ko: '투명성 로그는 여기서 찾아보지 않았습니다.',
    en: 'The transparency log is not looked up here.',
  },
  post: {
    ko: '글의 게시 시각은 그 서비스가 보여 주는 것을 직접 확인해 주세요. 글은 나중에 고치거나 지울 수 있고, 읽은 때의 내용은 지문(page_sha256)으로만 남아 있습니다.',
    en: 'When the post was made is for its service to show: look there. It can be edited or deleted; of what was read then, only the SHA-256 (page_sha256) is kept.',
  },
  message: {
    ko: '메시지를 받은 시각은 받은 사람만 확인할 수 있습니다.',
    en: 'When the message came can be told only by those who received it.',
  },
  entry_page: {
    ko: '응모 페이지는 주최자의 서버에 있으므로 시각의 증거가 아닙니다.',
    en: 'The entry page is on the organiser’s own server: it is no proof of time.',
  },
};

/** Added when no public place is named. */
export const unanchored: Bilingual = {
  ko: '약속을 미리 공개한 곳이 하나도 적혀 있지 않아, 약속의 시각은 주최자의 말뿐입니다.',
  en: 'No place is named where the commitment was public beforehand, so its time rests on the organiser’s word.',
};
