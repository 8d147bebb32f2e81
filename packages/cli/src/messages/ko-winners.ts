/** Prizes, from drawn to handed over. */
export const koWinners = {
  winners: {
    none: '아직 당첨자가 없습니다. 추첨한 뒤에 나옵니다.',
    no: (no: number) => `${no}번`,
    reserve: (no: number) => `예비 ${no}번`,
    nobody: '(파기됨)',
    unreached: '알리지 못함',
    state: {
      reserve: '차례 기다림',
      drawn: '알리기 전',
      notified: '알렸음, 확인 기다림',
      claimed: '받겠다고 확인함',
      handed_over: '경품 받음',
      expired: '기한 지남',
      declined: '받지 않기로 함',
      disqualified: '당첨 취소됨',
    },
    until: (when: string) => `${when}까지`,
    by: {
      alimtalk: '알림톡으로 보냅니다. 카카오톡이 안 되는 사람에게는 같은 글이 문자로 갑니다.',
      text: '문자(SMS·LMS)로 보냅니다. 알림톡은 템플릿을 등록하면 씁니다: kt-event winners templates',
      none: '문자 서비스가 연결되어 있지 않아 아무에게도 보내지 않습니다. 글은 outbox/notices 폴더에 씁니다.',
    },
    allTold: '알릴 사람이 없습니다. 모두 알고 있습니다.',
    told: (count: number) => `${count}명에게 알렸습니다.`,
    wouldTell: (count: number) => `${count}명에게 알리게 됩니다. 아무것도 보내지 않았습니다.`,
    stillUntold: (count: number) => `아직 모르는 사람이 ${count}명 있습니다.`,
    tellThem:
      '밤이거나 발표 전이면 때가 되었을 때 kt-event serve가 보냅니다. 직접 알렸다면 winners notify <이벤트> --told <번호>로 적어 주세요.',
    toldByHand: (count: number) => `직접 알린 ${count}명을 적었습니다.`,
    claimed: '수령 확인을 적었습니다. 경품을 건네면 --hand-over를 붙여 한 번 더 실행하세요.',
    handedOver: '경품을 건넨 것으로 적었습니다.',
    foreseen: '미리 보기: 아직 아무것도 바꾸지 않았습니다.',
    lost: (reason: string) => `당첨을 잃는 사람 (${reason})`,
    reasons: {
      no_show: '받으러 오지 않음',
      unreachable: '연락이 닿지 않음',
      declined: '받지 않기로 함',
      disqualified: '참여 조건에 맞지 않음',
    },
    heir: '경품이 넘어가는 사람',
    noHeir: '남은 예비가 없거나 남은 기한이 너무 짧아, 경품은 매장에 남습니다.',
    notPromoted: '차례를 기다리던 예비라서 넘어가는 경품이 없습니다.',
    heirIsTold:
      'kt-event serve가 새 당첨자에게 알립니다. 지금 알리려면 kt-event winners notify를 실행하세요.',
    promoteQuestion: '이 경품을 넘길까요? 되돌릴 수 없습니다',
  },

  templates: {
    title: {
      winner: '당첨 안내',
      reminder: '당첨 확인 기한 안내',
      void: '추첨 무효 안내',
    },
    variable: (name: string) => `승인된 템플릿 아이디: 환경 변수 ${name}`,
    sentAs: {
      alimtalk: '지금은 알림톡으로 나갑니다.',
      text: '지금은 문자(SMS·LMS)로 나갑니다.',
      none: '지금은 아무에게도 나가지 않습니다.',
    },
    kept: {
      same: '등록된 템플릿과 글자 하나까지 같습니다.',
      differs: '등록된 템플릿과 다릅니다. 이대로 보내면 카카오가 거절하고 문자로 나갑니다.',
      unapproved: '아직 승인되지 않은 템플릿입니다.',
      unknown: '이 아이디의 템플릿을 찾지 못했습니다.',
    },
    differsAt: (line: number) => `${line}번째 줄부터 다릅니다.`,
    register:
      '위 글을 줄바꿈과 문장 부호까지 그대로 등록하세요. 한 글자라도 다르면 카카오가 거절합니다. 광고 문구나 버튼은 넣지 마세요.',
  },

  papers: {
    untaxed: '세금을 떼야 하는 경품이 없습니다.',
    tax: '제세공과금',
    taxOf: (tax: string) => `${tax} (당첨자 부담)`,
    documents: '실명·주민등록번호',
    present: '받았음',
    missing: '아직 없음',
    payBy: '원천세 납부',
    afterHandOver: '경품을 건넨 뒤에 정해집니다',
    statementBy: '지급명세서 제출',
    gross: '매장이 대신 내면',
    check: '기한과 세율은 신고 전에 세무사나 홈택스에서 확인하세요.',
    written: (path: string) => `${path}에 저장했습니다. 이 컴퓨터의 본인 계정만 읽을 수 있습니다.`,
    personal:
      '이름, 휴대폰 번호, 주소가 들어 있습니다. 다 쓰면 바로 지우세요. 누가 언제 꺼냈는지 기록에 남았습니다.',
    residentNumbers:
      '주민등록번호가 들어 있습니다. 신고가 끝나면 바로 지우고, 그대로 메일로 보내지 마세요. 누가 언제 꺼냈는지 기록에 남았습니다.',
  },
};

export const koWinnersHelp = {
  group: '당첨자에게 알리고 경품을 건넵니다',
  list: '당첨자와 예비, 상태를 봅니다. 이름은 가립니다',
  notify: '아직 모르는 당첨자에게 알립니다',
  templates: '알림톡으로 보낼 글을 봅니다. 이대로 등록하면 됩니다',
  templatesCheck: '등록된 템플릿과 같은지 확인합니다',
  notifyDryRun: '누구에게 알리게 될지만 봅니다',
  told: '직접 알린 사람의 번호 (여러 개 쓸 수 있습니다)',
  claim: '매장에서 응모 확인증을 보고 수령 확인을 적습니다',
  no: '당첨 번호 (winners list에 나온 번호)',
  handOver: '경품도 건넸습니다',
  taxDone: '제세공과금은 서류로 따로 처리했습니다',
  promote: '당첨을 거두고 다음 예비에게 넘깁니다',
  reason: '넘기는 까닭',
  promoteDryRun: '누구에게 넘어갈지만 봅니다',
  yes: '묻지 않고 넘깁니다',
  tax: '세금을 떼야 하는 경품과 기한을 봅니다',
  taxOut: '실명과 주민등록번호까지 저장할 파일 (CSV)',
  export: '당첨자 명단을 엑셀에서 열 수 있는 파일로 저장합니다',
  out: '저장할 파일 (CSV). 화면에는 나오지 않습니다',
};
