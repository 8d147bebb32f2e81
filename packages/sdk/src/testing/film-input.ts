import type { FilmInput } from '../render/film/film-input.js';

/** What a film of a café's lottery says. */
export function aFilmInput(over: Partial<FilmInput> = {}): FilmInput {
  return {
    shape: 'wide',
    storeName: '카페 온도',
    title: '첫 방문 QR 이벤트',
    offer: '아메리카노 1잔 10명',
    badge: '추첨 10명',
    steps: [
      'QR을 찍거나 주소를 엽니다',
      '이름과 휴대폰 번호를 남깁니다',
      '12월 15일 13:00 발표를 기다립니다',
    ],
    periodLine: '12월 1일 ~ 12월 14일',
    afterLine: '12월 15일 13:00 발표',
    shortUrl: 'ondo.example/e/abcd1234',
    label: '리허설용 · 실제 이벤트가 아닙니다',
    emoji: '☕',
    ...over,
  };
}
