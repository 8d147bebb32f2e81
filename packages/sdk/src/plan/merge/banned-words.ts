/**
 * What a model's words must not bring into a public text: data, so that a person can correct it without reading code.
 * A text that holds one is left out, which costs nothing but that text. Ours, 2026-11.
 */

/** Promises that only the arithmetic may make, and sums in words. */
export const promises = [
  ...['무제한', '보증', '확률', '두 배', '세 배', '열 배', '제한 없', '마음껏'],
  ...[
    '무료',
    '공짜',
    '전원',
    '모두 당첨',
    '누구나 당첨',
    '100%',
    '확정',
    '보장',
    '반드시',
    '무조건',
    '환급',
    '캐시백',
  ],
  ...[
    '반값',
    '할인',
    '세일',
    '최저가',
    '1+1',
    '만원',
    '만 원',
    '천원',
    '천 원',
    '백만',
    '억 원',
    '퍼센트',
    '전액',
  ],
  ...[
    '대박',
    '로또',
    '복권',
    '일확천금',
    '증정',
    '사은품',
    '모두에게',
    '모든 분',
    '누구나',
    '빠짐없이',
    '하나 더',
  ],
];

/** Goods that are in no concept of ours. */
export const foreignGoods = [
  ...[
    '아이폰',
    '아이패드',
    '에어팟',
    '맥북',
    '갤럭시',
    '스마트폰',
    '노트북',
    '태블릿',
    '텔레비전',
    '냉장고',
    '세탁기',
  ],
  ...[
    '청소기',
    '공기청정기',
    '플레이스테이션',
    '닌텐도',
    '자동차',
    '오토바이',
    '자전거',
    '명품',
    '금반지',
    '순금',
    '골드바',
  ],
  ...[
    '현금',
    '상품권',
    '기프트카드',
    '문화상품',
    '여행권',
    '항공권',
    '숙박권',
    '호텔',
    '해외여행',
    '비트코인',
    '코인',
  ],
  ...['iphone', 'ipad', 'airpods', 'macbook', 'galaxy', 'playstation', 'cash', 'bitcoin', 'gift card'],
];

/** What no text of a store says about anybody. */
export const insults = ['망했', '맛없', '사기', '가짜', '쓰레기', '바보', '짝퉁', '불매', '형편없'];

/** Ways to take part that our entry page does not carry out. */
export const otherWays = [
  ...['구매'],
  ...[
    '룰렛',
    '스탬프',
    '도장',
    '스크래치',
    '퀴즈',
    '영수증',
    '출석',
    '공모',
    '챌린지',
    '리뷰 작성',
    '후기 작성',
    '별점',
  ],
  ...['팔로우', '좋아요', '댓글', '태그', '공유', '앱 설치', '회원 가입', '회원가입', '결제', '입금', '송금'],
];

/** Ways to reach somebody, spelled out. The addresses in a text are ours alone. */
export const contacts = [
  ...[
    '닷컴',
    '닷넷',
    '닷케이알',
    '링크',
    '클릭',
    '접속',
    '계좌',
    '전화',
    '연락',
    '문자를',
    '문자로',
    '카톡',
    '텔레그램',
  ],
  ...['오픈채팅', '오픈 채팅', '디엠', '공일공', '영일공', '이메일', '메일로', '주소로', '검색하', '검색해'],
];

/** Words of orders to a machine, and of its inside. */
export const machineWords = [
  ...['승인', '발송', '삭제', '호출', '실행'],
  ...[
    '프롬프트',
    '지시',
    '시스템',
    '무시',
    '명령',
    '관리자',
    '개발자',
    '표식',
    '카나리',
    '비밀번호',
    '암호',
    '토큰',
  ],
  ...[
    '환경 변수',
    '환경변수',
    '해킹',
    '우회',
    '탈옥',
    '인공지능',
    '언어 모델',
    '언어모델',
    '챗봇',
    '클로드',
    '자료의',
  ],
  ...[
    'ignore',
    'instruction',
    'prompt',
    'system',
    'override',
    'secret',
    'password',
    'token',
    'canary',
    'api',
    'jailbreak',
  ],
  ...[
    'assistant',
    'developer',
    'hacked',
    'pwned',
    'inject',
    'execute',
    'function',
    'json',
    'data-',
    'openai',
    'anthropic',
    'claude',
    'gpt',
  ],
];
