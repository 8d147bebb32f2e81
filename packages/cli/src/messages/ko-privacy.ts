/** Personal data and the keys over it. */
export const koPrivacy = {
  consents: {
    title: (all: number, told: number) =>
      `소식 받기에 동의한 ${all}명 가운데 ${told}명에게 처리 결과를 알렸습니다`,
    pending: (count: number) => `${count}명은 보내는 중이거나 아침을 기다립니다`,
    nextAt: (when: string) => `${when}에 이어집니다`,
    nobody: '문자 연동이 없어 아무에게도 보내지 않습니다. 직접 알리세요',
    untold: (count: number) => `처리 결과를 알려야 할 ${count}명 (--notify로 보냅니다)`,
    toConfirm: (count: number) =>
      `동의한 지 2년이 되어 확인해야 할 ${count}명 (--confirm --notify로 보냅니다)`,
    withdrawn: (count: number) => `${count}명은 동의를 철회했습니다`,
    untoldWithdrawn: (count: number) => `철회 결과를 알려야 할 ${count}명 (--notify로 보냅니다)`,
    withdrawnRow: (masked: string, withdrawnOn: string, dueOn: string) =>
      `${masked}: ${withdrawnOn} 철회, ${dueOn}까지`,
    neverGiven: '이 번호로 받은 소식 받기 동의가 없습니다.',
    tookBack: (when: string) => `${when}에 거두었습니다`,
    tookBackBefore: (when: string) => `${when}에 이미 거두었습니다`,
    tellWithdrawal: '처리 결과를 14일 안에 알리세요:',
    toldQuestion: '이분들에게 직접 알렸다고 적을까요? 지울 수 없습니다',
    due: (people: number, day: string) => `동의 처리 결과를 알려야 할 ${people}명, ${day}까지:`,
    dueConfirm: (people: number, day: string) => `2년이 되어 동의를 확인할 ${people}명, ${day}까지:`,
    row: (masked: string, consentedOn: string, dueOn: string) =>
      `${masked}: ${consentedOn} 동의, ${dueOn}까지`,
    rest: (count: number) => `그 밖에 ${count}명 (--json으로 모두 봅니다)`,
  },
  privacy: {
    phoneQuestion: '정보 주인의 휴대전화 번호',
    forgetQuestion: '이 번호 주인의 정보를 지울까요? 되돌릴 수 없습니다',
    eraseQuestion: '이 이벤트의 응모자 정보를 모두 지울까요? 되돌릴 수 없습니다',
    nobody: '이 번호로 가지고 있는 정보가 없습니다.',
    notKept: '(지웠음)',
    nth: (no: number) => `${no}번째`,
    tickets: (count: number) => `${count}장`,
    agreed: '동의함',
    notAgreed: '동의하지 않음',
    tookBack: (when: string) => `동의했다가 ${when}에 거둠`,
    labels: {
      name: '이름',
      phone: '휴대전화',
      entered: '응모',
      tickets: '응모권',
      coupon: '쿠폰 번호',
      marketing: '소식 받기',
      notices: '당첨 알림',
      deleteAt: '파기 예정',
    },
    results: {
      erased: '지웠습니다',
      prize_in_hand: '당첨된 경품이 있어 아직 지울 수 없습니다. 경품을 받거나 사양한 뒤에 지우세요',
      entries_are_taken: '추첨 명단이 확정되어 추첨이 끝날 때까지 지울 수 없습니다',
    },
    erased: (count: number, when: string) => `${count}명의 응모 정보를 파기했습니다 (${when})`,
    kept: (count: number) => `소식 받기에 동의한 ${count}명의 전화번호만 남겼습니다. 이름은 지웠습니다`,
    receipt: '파기 확인서: 이벤트 폴더의 privacy/erasure.json',
  },

  keys: {
    rotating: '키를 바꾸는 중',
    masters: (count: number) =>
      count === 1 ? '마스터 키 1개' : `마스터 키 ${count}개 (지금 것과 옛것 ${count - 1}개)`,
    version: (version: number) => `데이터 키 ${version}번째`,
    olderData: (count: number) => `옛 데이터 키 ${count}개가 남아 있음`,
    olderIndex: '전화번호 색인이 옛 마스터 키로 되어 있음',
    masterRotated: (count: number) =>
      `✔ 마스터 키를 바꾸고 비밀 ${count}개를 새로 잠갔습니다. 실행 중인 서버는 다시 시작하세요.`,
    dataRotated: (count: number, version: number) =>
      `${count}명의 정보를 ${version}번째 데이터 키로 새로 잠갔습니다`,
    olderKept: '응모를 받는 중이라 옛 키를 남겨 두었습니다. 마감한 뒤 다시 실행하면 파기합니다',
    indexRotated: (count: number) => `✔ 참여자 ${count}명의 색인을 새 키로 바꾸었습니다.`,
    forgotten: '✔ 옛 마스터 키를 버렸습니다.',
  },
};

/** What `--help` says of them. */
export const koPrivacyHelp = {
  privacy: '개인정보를 보여 주고 지웁니다',
  export: '이 번호 주인의 정보를 모두 보여 줍니다',
  forget: '이 번호 주인의 정보를 지웁니다',
  erase: '끝난 이벤트의 응모자 정보를 파기합니다',
  consents: '소식 받기에 동의하거나 철회한 사람에게 처리 결과를 알리고(14일 안), 2년이 된 동의를 확인합니다',
  notify: '보냅니다. 없으면 보여 주기만 합니다',
  told: '보내지 않고, 직접 알렸다고 적습니다',
  yesTold: '묻지 않고 적습니다',
  confirm: '2년이 된 동의를 확인하는 안내를 보냅니다',
  dryRunConsents: '누구에게 보낼지만 봅니다',
  withdraw: '이 번호 주인의 소식 받기 동의를 거둡니다',
  withdrawStore: '이 이벤트의 매장 것만 거둡니다. 없으면 모든 매장',
  phoneFile: '번호가 적힌 파일. `-`이면 표준 입력에서 읽습니다',
  yes: '묻지 않고 지웁니다',
  keys: '개인정보를 잠그는 키를 관리합니다',
  status: '어떤 키가 쓰이는지 봅니다',
  rotate: '키를 바꿉니다',
  rotateMaster: '마스터 키를 바꿉니다',
  rotateData: '이벤트의 데이터 키를 바꿉니다',
  rotateIndex: '전화번호 색인을 지금 마스터 키로 바꿉니다. 마감한 뒤에만 됩니다',
  forgetOlder: '더는 필요 없는 옛 마스터 키를 버립니다',
};
