/** From a bad day to a good one. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Somebody's reason to go on although a rule says no. */
export interface GivenWaiver {
  readonly reason: string;
  readonly by: string;
  readonly on: string;
  readonly accepted: boolean;
}

/** Sentences about plans, about checking them, and about many stores at once. */
export const koPlanning = {
  plan: {
    title: '기획안',
    chosen: '← 고른 안',
    reason: '이유',
    method: '참여 방법',
    prizes: '경품',
    prize: (name: string, value: string, quantity: number) => `${name} (${value}) ${quantity}명`,
    winners: '당첨',
    winnersOf: (winners: number, reserves: number) => `${winners}명, 예비 ${reserves}명`,
    expected: '예상 응모',
    expectedOf: (low: number, high: number, mid: number) => `${low}~${high}명 (보통 ${mid}명)`,
    basis: '근거',
    odds: '당첨 가능성',
    cost: '비용',
    costOf: (prize: string, media: string, message: string, ai: string, total: string, tax?: string | 0) =>
      `경품 ${prize} + 광고 ${media} + 알림 ${message} + AI ${ai}${tax ? ` + 제세공과금 ${tax}` : ''} = ${total}`,
    prizeCost: '· 경품',
    mediaCost: '· 광고',
    messageCost: '· 알림',
    aiCost: '· AI',
    taxCost: '· 제세공과금',
    newCustomers: '새 손님',
    newCustomersOf: ({ low, mid, high }: Range) => `${low}~${high}명 (보통 ${mid}명)`,
    perNewCustomer: '새 손님 1명당',
    breakEven: '본전',
    breakEvenOf: (sales: string, visits: number) => `${sales}어치(손님 ${visits}명) 더 팔면 본전`,
    worth: '첫 구매로',
    worthLeft: (krw: string) => `비용을 빼고 ${krw} 남음`,
    worthShort: (krw: string) => `비용에 ${krw} 모자람`,
    recommended: (concept: string) => `추천: ${concept}.`,
    explored: (concept: string) => `이번에 해 볼 안: ${concept}.`,
    next: '안을 고르려면 --choose, 비슷한 안을 시험해 보려면 --explore, 값을 바꿔 보려면 --set, 저장하려면 --write. 숫자의 근거는 --explain',
    figures: '숫자와 근거',
    formula: (formula: string) => `계산: ${formula}`,
    inputs: (inputs: string) => `넣은 값: ${inputs}`,
    figureSource: (source: string, date: string) => `출처: ${source} (${date})`,
    written: (file: string) => `${file}에 저장했습니다. 값을 고치고 다시 실행하면 모두 다시 계산합니다.`,
    unwritten: '파일은 그대로입니다. 저장하려면 --write를 붙이세요.',
    schedule: '일정',
    opens: '응모 시작',
    closes: '응모 마감',
    draws: '추첨',
    announces: '발표',
    claims: '수령 기한',
    deletes: '개인정보 파기',
    madeBy: (models: readonly string[], version: string) =>
      `만든 곳: ${[`kt-event(기준 자료 ${version})`, ...models].join(', ')}`,
    insights: '지난 이벤트에서 배운 것',
  },
  learning: {
    lessons: '본 것',
    advice: '다음에 해 볼 것',
    ideas: '다가오는 계절에',
    basis: (basis: string) => `근거: ${basis}`,
    noCause: '함께 있었던 일을 적은 것이고, 무엇이 무엇을 일으켰다는 뜻은 아닙니다.',
  },
  findings: {
    title: '점검 결과',
    none: '고칠 곳이 없습니다.',
    count: (errors: number, warnings: number, notes: number) =>
      `반드시 고칠 것 ${errors}건 · 살펴볼 것 ${warnings}건 · 참고 ${notes}건`,
    source: (source: string, since?: string) => `근거: ${source}${since ? ` (${since}부터)` : ''}`,
    waived: ({ reason, by, on, accepted }: GivenWaiver) =>
      accepted
        ? `사유를 적고 진행: ${reason} (${by}, ${on})`
        : `사유를 적어도 넘어갈 수 없습니다. 적힌 사유: ${reason} (${by}, ${on})`,
  },
  check: {
    asOf: (day: string) => `${day} 기준 규칙으로 점검했습니다.`,
    keyRefused: '국세청 조회 키(DATA_GO_KR_SERVICE_KEY)를 받아 주지 않아 영업 상태를 묻지 못했습니다.',
    noNumber: '사업자등록번호가 없어 확인하지 않았습니다.',
    number: (number: string, answer: string, practised: boolean) =>
      `사업자등록번호 ${number}: 검증 숫자는 맞습니다. ${answer}${practised ? ' (연습용 응답)' : ''}`,
    business: {
      active: '국세청: 계속사업자입니다.',
      suspended: '국세청: 휴업 중입니다.',
      closed: '국세청: 폐업한 번호입니다.',
      unknown: '국세청: 등록되지 않은 번호입니다.',
      unverified: '국세청이 응답하지 않아 영업 상태는 확인하지 못했습니다.',
      not_asked: '영업 상태는 국세청에 묻지 않았습니다 (DATA_GO_KR_SERVICE_KEY가 없습니다).',
    },
  },
  bulk: {
    task: (count: number) => `매장 ${count}곳을 기획하는 중`,
    title: (count: number) => `매장 ${count}곳`,
    planned: (count: number, total: string) => `${count}곳 기획 완료, 비용 모두 ${total}`,
    unchanged: (count: number) => `그중 ${count}곳은 전과 같습니다`,
    started: (count: number) => `그중 ${count}곳은 이벤트를 시작했습니다`,
    failed: (count: number) => `${count}곳은 고칠 곳이 있습니다`,
    skipped: (count: number) => `${count}곳은 하지 않았습니다`,
    row: (line: number, id: string, store: string, code: string) =>
      `${line}번째 줄 ${[id, store].filter(Boolean).join(' ')} (${code})`,
    results: (out: string) => `결과: ${out} (result.csv, result.json)`,
  },
};
