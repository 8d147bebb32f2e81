import type { TrendSourceState, TrendStatement } from '@kt-event/sdk';

const name: Readonly<Record<TrendSourceState['id'], string>> = {
  naver: '네이버 검색 추이',
  kma: '기상청 예보',
  tour: '관광공사 축제',
  semas: '상가정보',
};

/** Why a source says nothing. `used` has said something. */
const silence: Readonly<Record<Exclude<TrendSourceState['state'], 'used'>, string>> = {
  nothing: '이 기간과 지역에 알릴 것이 없습니다',
  absent: '키가 없어 묻지 않았습니다',
  offline: '오프라인이라 묻지 않았습니다',
  no_place: '매장 위치를 몰라 묻지 않았습니다 (store.region, store.location)',
  too_far: '아직 예보가 닿지 않는 날짜입니다',
  late: '제때 답하지 않았습니다. 잠시 뒤 다시 보면 반영됩니다',
  failed: '답을 받지 못했습니다',
  not_kept: '이용 조건상 저장할 수 없어, 보관하는 기획안에는 넣지 않았습니다',
};

const confidence: Readonly<Record<TrendStatement['confidence'], string>> = {
  high: '믿을 만함',
  medium: '참고',
  low: '약한 근거',
};

export const koTrends = {
  caches: {
    title: (days: number) => `기억에서 답한 비율 (최근 ${days}일, 이 데이터를 쓰는 모든 프로그램)`,
    plans: 'AI 기획안',
    trends: '흐름 자료',
    unread: '아직 물은 적이 없어 비율이 없습니다',
    rate: (reads: number, hits: number, percent: number) => `${reads}번 중 ${hits}번 (${percent}%)`,
    since: (when: string) => `· ${when}부터 셈`,
  },
  trends: {
    title: '지금의 흐름',
    name,
    silence,
    origin: (source: string, date: string, level: TrendStatement['confidence']) =>
      `${source}, ${date}, ${confidence[level]}`,
    quiet: (source: string, why: string, code: string) => `${source}: ${why}${code}`,
    practice: '연습용 자료가 섞여 있습니다. 실제 날씨나 검색량이 아닙니다.',
  },
};

export const koTrendsHelp = {
  bulk: '행마다 흐름 자료(예보, 축제, 상권)도 묻습니다. AI에는 묻지 않습니다',
};
