/**
 * Word lists the rules match against: data, so that a person can correct them without reading code.
 * Compiled for this product; a list is never complete, and a hit asks for a look rather than proves a breach.
 */
export const words = {
  /** Source: 국민건강증진법 시행령 별표1 names the products; the terms are ours. */
  alcohol: [
    '맥주',
    '소주',
    '와인',
    '막걸리',
    '위스키',
    '샴페인',
    '칵테일',
    '하이볼',
    '사케',
    '보드카',
    '주류',
  ],
  /** Things that carry such a word and are none. */
  alcoholExceptions: [
    '맥주잔',
    '소주잔',
    '와인잔',
    '와인색',
    '무알코올 맥주',
    '논알코올 맥주',
    '비주류',
    '청소주의',
  ],
  /** From memory. */
  tobacco: ['담배', '궐련', '니코틴', '전자담배'],
  /** From memory. 청소년보호법 §28 and what shops hand out. */
  harmfulToMinors: ['복권', '로또', '성인용품', '라이터'],
  /** Source: 카카오 고객센터 기준, read 2026-11-20. */
  promotion: ['할인', '특가', '이벤트 참여', '구매하기', '쿠폰 받기', '신상'],
  /**
   * What a name must not bring into a notice. Wider than what counts as a breach: a name that is left out costs nothing,
   * since the winner's page says it. Lower case, without spaces. Ours.
   */
  promotingNames: [
    '할인',
    '특가',
    '세일',
    'sale',
    '1+1',
    '2+1',
    '반값',
    '최저가',
    '무료증정',
    '사은품',
    '적립',
    '이벤트참여',
    '구매',
    '쿠폰받기',
    '신상',
    '신메뉴',
    '출시',
    '오픈기념',
    '방문하시면',
    '추가혜택',
    '앱설치',
    '친구추가',
    '광고',
    'http',
    'www',
    '%',
  ],
  /** Source: 의료법 §56, read 2026-11-20. */
  medical: ['최고', '최초', '전문', '100%', '완치'],
  /** From memory. 표시광고법 §5. */
  superlative: ['최고', '최초', '유일', '1위'],
  everybodyWins: ['100% 당첨', '100%당첨', '전원 당첨', '전원 증정', '꽝 없는', '꽝없는'],
  positiveReview: ['별점 5점', '별 다섯', '좋은 후기', '긍정 후기', '칭찬 후기'],
  /** Source: 공정위 심사지침 2020-09-01, 2024-12-01. */
  disclosure: ['경품 이벤트 참여', '경품 응모', '경품 추첨 참여', '광고', '협찬'],
  vagueDisclosure: ['체험', '컬래버', '콜라보', '파트너스', '받을 수 있음', '일부 지원'],
  tagFriends: ['친구 태그', '친구를 태그', '친구 소환', '친구를 소환', '@친구'],
  /** From memory. */
  shortLinks: ['bit.ly', 'me2.do', 'han.gl', 'vo.la', 'tinyurl.com', 'url.kr'],
  /** From memory. Meta's promotion policies for Facebook. */
  timelineShares: ['타임라인 공유', '타임라인에 공유', '담벼락 공유', '페이스북에 공유', '페이스북 공유'],
  /** Source: 공정위 심사지침 2025-12-02, as the press told it. */
  relatedPeople: ['임직원', '관계자', '가족', '직원', '대행사'],
  /** From memory. 출판법 §22, 여신전문금융업법, 보험업법, 약사법 cap or forbid prizes. */
  cappedSectors: ['서점', '책방', '도서', '신용카드', '카드사', '보험', '약국', '의약품'],
  /** From memory. 게임산업법 §28. */
  gameVenues: ['PC방', '피시방', '오락실', '게임장', '게임랜드'],
  gameResults: ['게임 결과', '게임 점수', '게임에서 이기', '승리하면', '이기면', '점수에 따라'],
  /** Marks that shops like to give and that belong to others. Ours, never complete. */
  brands: [
    '스타벅스',
    '투썸',
    '이디야',
    '배스킨라빈스',
    '파리바게뜨',
    '애플',
    '아이폰',
    '아이패드',
    '에어팟',
    '갤럭시',
    '삼성',
    '다이슨',
    '나이키',
    '디즈니',
    '카카오프렌즈',
    '산리오',
  ],
  /** How a look-alike of a KakaoTalk message gives itself away. Source: giom.co.kr, read 2026-11-20. */
  kakaoLooks: ['카카오톡 말풍선', '카톡 말풍선', '알림톡 도착', '알림톡 모양', '카카오 로고', '카톡 로고'],
  healthFields: ['symptom', 'treatment', 'disease', 'department', 'health'],
  uniqueIdentifiers: ['rrn', 'resident_number', 'passport', 'driver_license', 'alien_no'],
  /** What a draw needs to know. */
  drawFields: [
    'name',
    'phone',
    'email',
    'handle',
    'visitCode',
    'consent',
    'marketingConsent',
    'overFourteen',
  ],
} as const;

/** Methods of the knowledge base in which people must buy first: their rate counts paying customers. */
export const purchaseMethods: readonly string[] = [
  'receipt_no',
  'pos_phone',
  'stamp_digital',
  'place_review',
];

/** Methods in which people must publish something. */
export const postingMethods: readonly string[] = [
  'ig_story',
  'ig_post',
  'blog_post',
  'place_review',
  'photo_contest',
];

/** The first of the words in the text. Full-width and zero-width disguises are undone first. */
export function findWord(text: string, list: readonly string[]): string | undefined {
  const plain = toPlain(text);
  return list.find((word) => plain.includes(word));
}

/** One spelling for what looks the same. */
export function toPlain(text: string): string {
  return text.normalize('NFKC').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '');
}

/** A text without the names people chose, which the rules do not judge as wording. */
export function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, ' ')), text);
}
