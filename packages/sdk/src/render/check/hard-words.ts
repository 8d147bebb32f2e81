import type { Words } from '../design/words.js';

/** What a campaign usually says, all its terms included. */
const plain: Words = {
  store: '카페 온도 망원점',
  title: '첫 방문 QR 이벤트',
  subtitle: '따뜻한 한 잔이 기다립니다',
  prize: '아메리카노 10명',
  prizes: ['매장 5만원권 1명', '아메리카노 1잔 9명'],
  period: '12월 1일 ~ 12월 14일',
  badge: '추첨 10명',
  odds: '추첨 10명 · 예상 응모 198명 중 10명(예비 3명)',
  place: '서울 마포구 · 02-1234-5678',
  call: 'QR 찍고 바로 참여',
  address: 'event.example/e/bp4rpp4s',
  steps: ['QR을 찍거나 주소를 엽니다', '이름과 휴대폰 번호를 남깁니다', '12월 15일 13:00 발표를 기다립니다'],
  notices: [
    '추첨 12월 15일 12:00 · 발표 12월 15일 13:00 · 수령 기한 12월 22일 13:00 (한국 시각)',
    '매장 방문을 확인한 분은 응모권 3장 (그 밖의 분은 1장)',
    '만 14세 이상 · 1인 1회 · 임직원과 관계자 제외',
    '기한 안에 받지 않으시면 예비 당첨자 3명에게 차례로 넘어갑니다',
    '경품은 동등 이상의 것으로만 바뀔 수 있습니다 · 부정 참여는 취소됩니다',
    '당첨되지 않은 분의 응모 정보는 1월 14일에 파기합니다',
  ],
};

/** A prize of the sixty characters that a brief may hold, and as many kinds of them as make a list long. */
const longPrize =
  '국내산 한우 1++ 등심 선물세트와 제철 과일 바구니, 매장에서 쓰는 5만원 상품권까지 한 번에 드리는 꾸러미 1명';

/** The words that break designs, by the name that a finding gives them. */
export const hardWords: Readonly<Record<'plain' | 'long' | 'rare' | 'emoji' | 'hanja' | 'bare', Words>> = {
  plain,
  long: {
    ...plain,
    store: '아주 긴 이름을 가진 동네 로스터리 카페 온도와 습도 망원시장 본점',
    title: '가을맞이 단골손님 감사 대축제 추첨 이벤트 두 번째 이야기 마지막 회차',
    subtitle: '한 해 동안 찾아 주신 모든 분께 드리는 작고 따뜻한 선물 꾸러미입니다',
    prize: longPrize,
    notices: [...plain.notices, '5만원이 넘는 경품의 제세공과금 22%는 당첨자가 냅니다'],
    prizes: Array<string>(4).fill(longPrize.slice(0, 36)),
  },
  rare: {
    ...plain,
    store: '뷁쀍 똠얌',
    title: '쀼쀼 햏햏 꿻뚫 이벤트',
    subtitle: '쮋쓩 뼹뺑 흷',
    prize: '똠방각하 뷁 1명',
  },
  emoji: {
    ...plain,
    store: '☕ 온도 ☕',
    title: '🎁 첫 방문 🎉 선물 🎁',
    subtitle: '👨‍👩‍👧 함께 오세요 ❤️',
    prize: '🍰 케이크 10명',
  },
  hanja: {
    ...plain,
    store: '溫度 茶房 ONDO',
    title: '新年 Grand Opening 2026',
    subtitle: '福 WWWWWW',
    prize: '福袋 100%',
  },
  bare: {
    ...plain,
    subtitle: '',
    odds: '',
    badge: '',
    prizes: ['1명'],
    prize: '1명',
    title: '봄',
    store: '온',
  },
};
