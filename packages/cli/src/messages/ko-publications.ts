/** What is published, what may have been, and who carries it. */
export const koPublications = {
  publications: {
    title: '배포',
    none: '아직 배포한 곳이 없습니다.',
    assumed: '채널이 공개한 연동 규격이 없어 가정한 방식으로 보냈습니다',
    local: '실제로 보내지 않았습니다. 꾸러미를 직접 올려 주세요',
    sandbox: '연습용 채널에 보냈습니다. 실제로 보낸 것이 아닙니다',
    scheduledFor: (when: string) => `${when}부터 나갑니다`,
    byPerson: '사람이 확인해 적은 상태입니다',
    delivery: (delivered: number, failed: number, pending: number) =>
      `받은 사람 ${delivered}명 · 실패 ${failed}명 · 기다리는 중 ${pending}명`,
    distribute: (command: string) => `올리려면: ${command}`,
    again: (command: string) => `다시 하려면: ${command}`,
    decide: (command: string) => `보고 결정하려면: ${command}`,
    ask: (command: string) => `지금 어떤지 알아보려면: ${command}`,
    confirm: (command: string) => `직접 올린 뒤: ${command}`,
    mark: (command: string) => `진행된 것을 적어 두려면: ${command}`,
    unreachable: (count: number) => `소식을 묻지 못한 채널이 ${count}곳 있습니다. 상태는 그대로 두었습니다.`,
    withdrawn: '내릴 수 있는 것을 내렸습니다.',
  },
  measures: {
    none: '숫자를 알려 주는 채널에 공개된 것이 없습니다.',
    notYet: '아직 알려 준 숫자가 없습니다',
    names: {
      views: '조회',
      reach: '본 사람',
      likes: '좋아요',
      comments: '댓글',
      saves: '저장',
      shares: '공유',
    } as Readonly<Record<string, string>>,
  },

  distribution: {
    title: '배포 미리 보기',
    honest: '아무것도 보내지 않았고, 아무 곳에도 묻지 않았습니다.',
    recipients: (count: number) => `${count}명에게 보냅니다`,
    media: '함께 가는 것',
    cost: '비용',
    total: (won: string) => `모두 ${won}`,
    problem: '이대로는 보낼 수 없습니다',
    duplicate: (campaignId: string) =>
      `같은 내용을 이벤트 ${campaignId}에서 이미 올렸습니다. 그래도 올리려면 --allow-duplicate`,
    placed: (state: string) => `이미 처리됨 (${state})`,
    would: '보낼 것',
    wouldNot: '보내지 않을 것',
  },

  providers: {
    none: '아직 부른 외부 시스템이 없습니다.',
    state: { closed: '정상', open: '잠시 멈춤', half_open: '시험 호출 중' } as Readonly<
      Record<string, string>
    >,
    counts: (calls: number, failed: number, retries: number) =>
      `호출 ${calls}번 · 실패 ${failed}번 · 다시 시도 ${retries}번`,
    cause: (code: string, when: string) => `마지막 실패: ${code} (${when})`,
    since: (when: string) => `${when}부터`,
    tooLong: '5분 넘게 멈춰 있습니다. 그쪽 서비스의 상태를 확인해 주세요.',
  },

  media: {
    revoked: '이 이벤트의 그림 주소를 모두 막았습니다. 다음에 나가는 주소부터 열립니다.',
    rotated: '지금까지 나간 그림 주소를 모두 막았습니다. 다음에 나가는 주소부터 열립니다.',
  },

  cancel: {
    question: '이 이벤트를 취소할까요? 되돌릴 수 없습니다.',
    live: (channels: string) => `이미 나간 곳: ${channels}. 내릴 수 있는 곳에서는 내립니다.`,
  },

  effects: {
    none: '결정할 외부 호출이 없습니다.',
    resolve: (id: string) => `kt-event effects resolve ${id} --happened 또는 --not`,
    attempts: (count: number) => `${count}번 시도`,
    key: '하려던 일',
    reference: '우리 표시',
    idempotency: '되짚는 방법',
    ways: {
      keyed: '같은 번호로 다시 보내도 한 번만 처리됩니다',
      lookup: '상대에게 물어보면 알 수 있습니다',
      none: '사람만 알 수 있습니다',
    },
    money: '비용',
    reserved: (won: string) => `${won}을 잡아 두었습니다`,
    settled: (won: string) => `${won}을 썼습니다`,
    cause: '마지막 오류',
    intent: '보내기로 한 때',
  },
};
