import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { findWord, words } from '../rules/words.js';
import { maskName, maskPerson } from './mask-person.js';
import { winnerText } from './winner-text.js';

const input = {
  store: { name: '온기커피', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
  campaignName: '겨울 라떼 이벤트',
  maskedName: '정*훈',
  prizeName: '라떼',
  claimUntil: '2026-12-22T00:00:00+09:00',
  proofUrl: 'https://e.example/draws/abcd',
} as const;

it('says who, what, where and until when', () => {
  expect(winnerText(input).split('\n')).toEqual([
    '[온기커피] 당첨 안내',
    "정*훈님, 참여하신 '겨울 라떼 이벤트' 추첨 결과 '라떼'에 당첨되셨습니다.",
    '받는 곳: 서울 마포구 매장 (12월 21일까지, 응모 확인증을 보여 주세요)',
    '추첨 결과 확인: https://e.example/draws/abcd',
    '기한 안에 받지 않으시면 예비 순번으로 넘어갑니다.',
    '문의 02-1234-5678',
    '※ 고객님이 참여하신 이벤트 당첨으로 지급되는 경품 안내입니다.',
  ]);
});

it.each(['50% 할인권', '특가 세트', '신상 머그', '이벤트 참여 쿠폰', '할\u200b인권'])(
  'does not let the name %j turn the notice into advertising',
  (name) => {
    const text = winnerText({ ...input, prizeName: name, campaignName: name });

    expect(findWord(text, words.promotion)).toBeUndefined();
  },
);

test.prop([fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })])(
  'never holds a promoting word or a line a name brought along',
  (prizeName, campaignName) => {
    const text = winnerText({ ...input, prizeName, campaignName });

    expect(findWord(text, words.promotion)).toBeUndefined();
    expect(text.split('\n')).toHaveLength(winnerText(input).split('\n').length);
  },
);

it.each([
  ['정지훈', '정*훈'],
  ['남궁민수', '남**수'],
  ['김철', '김*'],
  ['이', '*'],
  ['', '*'],
  ['Kim Min Su', 'K********u'],
])('masks %j as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it('shows the last four digits of a phone', () => {
  expect(maskPerson('정지훈', '+821012345678')).toBe('정*훈 · 5678');
});
