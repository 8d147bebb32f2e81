/** Sentences about checking, and about many stores at once. */
export const koPlanning = {
  check: {
    asOf: (day: string) => `${day} 기준 규칙으로 점검했습니다.`,
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
