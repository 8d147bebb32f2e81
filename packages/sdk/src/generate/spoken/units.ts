/** How the number before a unit is said: native 세 명, Sino-Korean 삼 분, or as a place in an order, 삼층. */
export type UnitKind = 'native' | 'sino' | 'joined';

const words: Readonly<Record<UnitKind, string>> = {
  native:
    '명 잔 개 번 번째 살 달 장 마리 권 그릇 병 대 송이 켤레 벌 줄 곳 가지 종 종류 판 봉 봉지 상자 박스 조각 자리 ' +
    '사람 접시 캔 팩 통 포기 쌍 바퀴 군데 배 차례 끼 척 스푼 컵 알 모 매 세트 팀 건 테이블 시간 시 묶음 꼬치 그루',
  sino:
    '원 분 초 세 세대 회 인 인분 개월 달러 유로 엔 번지 번길 번방 분기 점 평 도 퍼센트 킬로 그램 리터 미터 ' +
    '포인트 대째 장르 시즌 시리즈 배속 페이지 칼로리',
  joined: '년 월 일 주 주년 주일 주차 등 위 층 호 호점 호선 차 탄 기 회차 학년 박',
};

const kinds = new Map(
  (['native', 'sino', 'joined'] as const).flatMap((kind) =>
    words[kind].split(' ').map((unit) => [unit, kind] as const),
  ),
);

/** A symbol or a Latin unit, and its name. */
const names: Readonly<Record<string, string>> = {
  '%p': '퍼센트포인트',
  '%': '퍼센트',
  kg: '킬로그램',
  g: '그램',
  ml: '밀리리터',
  mL: '밀리리터',
  L: '리터',
  l: '리터',
  km: '킬로미터',
  cm: '센티미터',
  mm: '밀리미터',
  m: '미터',
  m2: '제곱미터',
  kcal: '킬로칼로리',
  GB: '기가바이트',
  h: '시간',
  '°C': '도',
  '°': '도',
  $: '달러',
};

export function unitKind(unit: string): UnitKind {
  return kinds.get(unit) ?? 'sino';
}

export function unitName(unit: string): string {
  return names[unit] ?? unit;
}

/** Every unit, the longest first: 개월 is not 개. */
export const unitPattern = [...kinds.keys(), ...Object.keys(names)]
  .sort((a, b) => b.length - a.length)
  .map((unit) => (/^[A-Za-z]/.test(unit) ? `${unit}(?![A-Za-z])` : unit.replace('$', '\\$')))
  .join('|');
