import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { toSpokenScript } from './spoken-script.js';

const phrases: readonly (readonly [written: string, said: string])[] = [
  ['10,000원', '만 원'],
  ['12,500원', '만 이천오백 원'],
  ['110,000원', '십일만 원'],
  ['100,000,000원', '일억 원'],
  ['1,100,000원', '백십만 원'],
  ['5만원', '오만원'],
  ['1만 5천원', '만 오천원'],
  ['3천원 할인', '삼천원 할인'],
  ['₩4,900', '사천구백 원'],
  ['0원', '영 원'],
  ['3명', '세 명'],
  ['1명', '한 명'],
  ['20명', '스무 명'],
  ['21명', '스물한 명'],
  ['100명을 추첨', '백 명을 추첨'],
  ['라떼 한 잔과 쿠키 2개', '라떼 한 잔과 쿠키 두 개'],
  ['아메리카노 5잔', '아메리카노 다섯 잔'],
  ['하루 1번', '하루 한 번'],
  ['3번째 방문', '세 번째 방문'],
  ['1번째 손님', '첫 번째 손님'],
  ['1번 출구 앞', '일 번 출구 앞'],
  ['만 14세 이상', '만 십사 세 이상'],
  ['20살부터', '스무 살부터'],
  ['20대 고객', '이십대 고객'],
  ['응모권 3장(기본 1장)', '응모권 세 장, 기본 한 장'],
  ['응모권 3장(기본 1장)을 드려요', '응모권 세 장, 기본 한 장을 드려요'],
  ['3개월 동안', '삼 개월 동안'],
  ['2달 동안', '두 달 동안'],
  ['2주간', '이주간'],
  ['1일 1회', '일일 일 회'],
  ['1인 1회', '일 인 일 회'],
  ['2인분', '이 인분'],
  ['10분 안에', '십 분 안에'],
  ['추첨 10분께', '추첨 열 분께'],
  ['2층', '이층'],
  ['B1', '지하 일층'],
  ['12월 1일', '십이월 일일'],
  ['6월 10일', '유월 십일'],
  ['10월 9일', '시월 구일'],
  ['2026년', '이천이십육년'],
  ['2026-12-01', '이천이십육년 십이월 일일'],
  ['2026-12-01~2026-12-14', '이천이십육년 십이월 일일부터 이천이십육년 십이월 십사일까지'],
  ['2026.12.1.', '이천이십육년 십이월 일일'],
  ['11:00-21:00', '오전 열한 시부터 오후 아홉 시까지'],
  ['사업자번호 123-45-67890', '사업자번호 일이삼, 사오, 육칠팔구공'],
  ['12월 24일(목)~25일(금)', '십이월 이십사일 목요일부터 이십오일 금요일까지'],
  ['커피(ICE) 2,000원', '커피, 아이스, 이천 원'],
  ['1만5천원~3만원', '만오천원에서 삼만원'],
  ['12/14까지', '십이월 십사일까지'],
  ['12월 1일(화)', '십이월 일일 화요일'],
  ['12월 1일 ~ 12월 14일', '십이월 일일부터 십이월 십사일까지'],
  ['12월 1일~14일까지', '십이월 일일부터 십사일까지'],
  ['12.1~12.14', '십이월 일일부터 십이월 십사일까지'],
  ['3~5일', '삼일부터 오일까지'],
  ['10~20명', '열 명에서 스무 명'],
  ['10,000원~', '만 원부터'],
  ['~12/14', '십이월 십사일까지'],
  ['월~금', '월요일부터 금요일까지'],
  ['오후 3시 30분', '오후 세 시 삼십 분'],
  ['15:30', '오후 세 시 삼십 분'],
  ['오전 11:00', '오전 열한 시'],
  ['11:00~21:00', '오전 열한 시부터 오후 아홉 시까지'],
  ['오후 2~4시', '오후 두 시부터 네 시까지'],
  ['18시에 추첨', '오후 여섯 시에 추첨'],
  ['24시간 영업', '이십사 시간 영업'],
  ['3시간 이용', '세 시간 이용'],
  ['1박 2일', '일박 이일'],
  ['30% 할인', '삼십 퍼센트 할인'],
  ['4.5점', '사점오 점'],
  ['500ml', '오백 밀리리터'],
  ['1.5L', '일점오 리터'],
  ['1+1 행사', '원 플러스 원 행사'],
  ['커피 + 쿠키', '커피 플러스 쿠키'],
  ['라떼 & 쿠키', '라떼와 쿠키'],
  ['빵 & 커피', '빵과 커피'],
  ['010-1234-5678', '공일공, 일이삼사, 오육칠팔'],
  ['문의 02)123-4567', '문의 공이, 일이삼, 사오육칠'],
  ['1588-1234', '일오팔팔, 일이삼사'],
  ['(광고)[온기커피] 겨울 라떼', '광고, 온기커피, 겨울 라떼'],
  ['[리허설용 · 실제 이벤트가 아닙니다]', '리허설용, 실제 이벤트가 아닙니다'],
  ['㈜온기', '주식회사 온기'],
  ['매장 QR로 응모', '매장 큐알로 응모'],
  ['우리동네TV', '우리동네티브이'],
  ['SNS와 DM', '에스엔에스와 디엠'],
  ['AI가 도운 문구', '에이아이가 도운 문구'],
  ['Instagram 팔로우', '인스타그램 팔로우'],
  ['Welcome 이벤트', 'Welcome 이벤트'],
  ['드려요~ ♥', '드려요'],
  ['오늘도 힘내세요ㅋㅋ 😀', '오늘도 힘내세요'],
  ['놀러 오세요 #카페 #마포', '놀러 오세요'],
  ['참여하기 https://e.example/e/a?b=1', '참여하기. 자세한 주소는 매장에서 안내해 드립니다.'],
  ['https://e.example에서 응모', '매장에서 안내하는 주소에서 응모'],
  ["'겨울 라떼'에 응모하세요!!", '겨울 라떼에 응모하세요!'],
  ['첫 줄\n둘째 줄', '첫 줄. 둘째 줄'],
  ['기간: 12월 1일', '기간, 십이월 일일'],
  ['5만원 초과 경품', '오만원 초과 경품'],
  ['-5도', '영하 오 도'],
  ['D-3', '삼일 전'],
  ['3만 2,000원', '삼만 이천 원'],
  ['1등 상품권 3매', '일등 상품권 세 매'],
];

/** What an engine passes over, or reads its own way. */
const unspoken = /[^가-힣A-Za-z\s.,?!]|\d/u;

describe('toSpokenScript', () => {
  it.each(phrases)('says %s as %s', (written, said) => {
    expect(toSpokenScript(written).script).toBe(said);
  });

  it('shows what it says otherwise, and what it leaves out', () => {
    expect(toSpokenScript('라떼 3잔 ★ #카페').changes).toEqual([
      { from: '3잔', to: '세 잔' },
      { from: '★', to: '' },
      { from: '#카페', to: '' },
    ]);
  });

  it('counts the most an engine takes in characters, not in UTF-16 units', () => {
    expect([...toSpokenScript('가'.repeat(2_000)).script]).toHaveLength(2_000);
    expect(() => toSpokenScript('가'.repeat(2_001))).toThrow(expect.objectContaining({ code: 'USER_045' }));
  });

  it.each(['', ' \n ', '★★', '😀'])('refuses %j, of which nothing is left', (text) => {
    expect(() => toSpokenScript(text)).toThrow(expect.objectContaining({ code: 'USER_045' }));
  });
});

const pieces = fc.constantFrom(
  ...phrases.map(([written]) => written),
  ...[
    '(',
    ')',
    '[',
    '~',
    '-',
    '&',
    '%',
    '.',
    ',',
    ':',
    '/',
    '+',
    'Q',
    'R',
    'in',
    'stagram',
    '명',
    '1',
    '0',
    "'",
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => `가${parts.join('')}`),
  fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => `가 ${parts.join(' ')}`),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `가${text}`),
);

describe('any text', () => {
  test.prop([texts], { numRuns: 2_000 })('leaves nothing that an engine passes over', (text) => {
    expect(toSpokenScript(text).script).not.toMatch(unspoken);
  });

  test.prop([texts], { numRuns: 2_000 })('is said the same when it is gone through again', (text) => {
    const { script } = toSpokenScript(text);

    expect(toSpokenScript(script)).toEqual({ script, changes: [] });
  });

  it('would notice a way of saying that keeps a bracket or a figure', () => {
    const careless = (text: string) => text.replace(/[[\]~]/gu, '');

    expect(careless('(광고) 3명')).toMatch(unspoken);
  });
});
