import type { SpokenRule } from './speak.js';

const letterNames: Readonly<Record<string, string>> = Object.fromEntries(
  '에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트'
    .split(' ')
    .map((name, at) => [String.fromCharCode('A'.charCodeAt(0) + at), name]),
);

/** Words of shops and screens that Korean writes in its own letters, whatever their case. */
const words: Readonly<Record<string, string>> = {
  instagram: '인스타그램',
  naver: '네이버',
  kakao: '카카오',
  kakaotalk: '카카오톡',
  youtube: '유튜브',
  facebook: '페이스북',
  google: '구글',
  open: '오픈',
  event: '이벤트',
  sale: '세일',
  new: '뉴',
  best: '베스트',
  hot: '핫',
  ice: '아이스',
  iced: '아이스드',
  free: '프리',
  gift: '기프트',
  set: '세트',
  on: '온',
  off: '오프',
  up: '업',
  ok: '오케이',
  coffee: '커피',
  cafe: '카페',
  latte: '라떼',
  pick: '픽',
  day: '데이',
  wifi: '와이파이',
  led: '엘이디',
};

/** Four capitals and more with a vowel are a word, which the engine reads by itself. */
const isAbbreviation = (word: string) => /^[A-Z]+$/.test(word) && (word.length <= 3 || !/[AEIOU]/.test(word));

export const letterRules: readonly SpokenRule[] = [
  { pattern: /(?<![A-Za-z])Q\s?&\s?A(?![A-Za-z])/uy, say: () => '큐앤에이' },
  { pattern: /(?<![A-Za-z])wi-?fi(?![A-Za-z])/iuy, say: () => '와이파이' },
  {
    pattern: /[A-Za-z]+/uy,
    say: ([word]) =>
      words[word.toLowerCase()] ??
      (isAbbreviation(word) ? [...word].map((letter) => letterNames[letter]).join('') : word),
  },
];
