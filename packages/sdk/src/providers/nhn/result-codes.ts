import type { Bilingual } from '../../errors/index.js';

const noProfile: Bilingual = {
  ko: '카카오 발신 프로필을 찾을 수 없습니다. NHN_SENDER_KEY를 확인하세요',
  en: 'the Kakao sender profile does not exist; check NHN_SENDER_KEY',
};
const unfit: Bilingual = { ko: '메시지 형식이 맞지 않습니다', en: 'a field of the message does not fit' };

/** Source: NHN Cloud's error codes of KakaoTalk Bizmessage, read 2026-11-20. `MRC02` is a result rather than an error. */
const reasons: Readonly<Record<string, Bilingual>> = {
  '4': unfit,
  '-1006': noProfile,
  '-1014': { ko: '카카오 발신 프로필이 꺼져 있습니다', en: 'the Kakao sender profile is not active' },
  '-1024': { ko: '발신 프로필 그룹으로는 보낼 수 없습니다', en: 'a group of sender profiles cannot send' },
  '-1027': { ko: '카카오 발신 프로필이 차단되었습니다', en: 'the Kakao sender profile is blocked' },
  '-1031': { ko: '받는 사람 모두에게 보내지 못했습니다', en: 'none of the recipients could be sent to' },
  '-2000': unfit,
  '-2001': unfit,
  '-2002': unfit,
  '-2003': unfit,
  '-2004': unfit,
  '-2005': unfit,
  '-2017': noProfile,
  '-3301': { ko: '광고 수신을 거부한 사람입니다', en: 'the recipient has refused advertising' },
  '-4029': {
    ko: '친구가 아닌 사람에게 보내려면 카카오의 승인이 필요합니다 (친구 5만 명 이상)',
    en: 'writing to others than friends needs Kakao’s approval (50,000 friends)',
  },
  '-5000': { ko: '받는 사람의 번호가 올바르지 않습니다', en: 'the number of the recipient is not valid' },
  '-8008': { ko: '쓸 수 없는 단어가 들어 있습니다', en: 'it holds a banned word' },
  MRC02: {
    ko: '카카오가 전달하지 못했습니다. 친구가 아니거나 채널을 차단했을 수 있습니다',
    en: 'Kakao did not deliver it; the person may be no friend or have blocked the channel',
  },
};

const unknown: Bilingual = { ko: 'NHN Cloud가 접수하지 않았습니다', en: 'NHN Cloud did not take it' };

export function reasonOf(code: string): Bilingual {
  return reasons[code] ?? unknown;
}
