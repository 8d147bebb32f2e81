import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { aFacts } from '../rules/__fixtures__/a-facts.js';
import { checkRules } from '../rules/check-rules.js';
import { findWord, words } from '../rules/words.js';
import { maskName, maskPerson } from './mask-person.js';
import { winnerText } from './winner-text.js';

const knowledge = await openKnowledge();

const input = {
  kind: 'winner',
  store: { name: '온기커피', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
  campaignName: '겨울 라떼 이벤트',
  maskedName: '정*훈',
  prizeName: '라떼',
  claimUntil: '2026-12-22T00:00:00+09:00',
  claimUrl: 'https://e.example/w/abc',
  proofUrl: 'https://e.example/draws/abcd',
} as const;

it('says who, what, where and until when, and why it may be sent', () => {
  expect(winnerText(input).split('\n')).toEqual([
    '[온기커피] 당첨 안내',
    "정*훈님, 참여하신 '겨울 라떼 이벤트' 추첨 결과 '라떼'에 당첨되셨습니다.",
    '수령 확인: https://e.example/w/abc',
    '확인 기한: 12월 21일까지. 기한 안에 확인이 없으면 예비 순번으로 넘어갑니다.',
    '추첨 결과 확인: https://e.example/draws/abcd',
    '문의 02-1234-5678',
    '※ 고객님이 참여하신 이벤트 당첨으로 지급되는 경품 안내입니다.',
  ]);
});

const factsOf = (text: string) =>
  aFacts({ messages: [{ channel: 'alimtalk', kind: 'info', text, sendAt: '2026-12-15T12:00:00+09:00' }] });

/** What shops call their events, their prizes and themselves, and what would make a notice advertising. */
const promoting = [
  '50% 할인권',
  '특가 세트',
  '신상 머그',
  '이벤트 참여 쿠폰',
  '할\u200b인권',
  '할 인 권',
  'S A L E 쿠폰',
  'ＳＡＬＥ',
  '아메리카노 1 + 1',
  '커피 1+1 교환권',
  '반값 케이크',
  '최저가 보장',
  '방문하시면 추가 혜택',
  '구매하기 버튼',
  '(광고) 라떼',
  '신메뉴 출시 기념',
  '앱 설치하고 받기',
  '친구추가 이벤트',
  'https://bad.example/event',
  '적립금 5천원',
];

describe.each(['winner', 'reminder'] as const)('a %s notice', (kind) => {
  it.each(promoting)('does not become advertising by the name %j', (name) => {
    const store = { ...input.store, name };
    const text = winnerText({ ...input, kind, store, prizeName: name, campaignName: name });
    const verdict = checkRules(factsOf(text), { phase: 'send', asOf: '2026-12-15', knowledge });

    expect(findWord(text, words.promotion)).toBeUndefined();
    expect(text).not.toContain(name);
    expect(verdict.filter(({ ruleId }) => ['MSG-010', 'MSG-012'].includes(ruleId))).toEqual([]);
  });
});

it('would be caught when a name was taken over as it is', () => {
  const text = winnerText(input).replace('라떼', '50% 할인권');

  const verdict = checkRules(factsOf(text), { phase: 'send', asOf: '2026-12-15', knowledge });
  expect(verdict.map(({ ruleId }) => ruleId)).toContain('MSG-010');
});

it('keeps names that promote nothing', () => {
  for (const prizeName of ['아메리카노', '5천원 상품권', '무선 이어폰', '2인 식사권'])
    expect(winnerText({ ...input, prizeName })).toContain(`'${prizeName}'`);
});

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
