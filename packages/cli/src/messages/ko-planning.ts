/** Sentences about checking. */
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
};
