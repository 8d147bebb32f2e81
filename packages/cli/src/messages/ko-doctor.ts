export const koDoctor = {
  doctor: {
    task: '준비 상태를 살펴봅니다',
    ready: (warnings: number) =>
      warnings > 0 ? `쓸 수 있습니다. 살펴볼 것이 ${warnings}가지 있습니다` : '모두 괜찮습니다',
    blocked: (count: number) => `먼저 고쳐야 할 것이 ${count}가지 있습니다`,
  },
};

export const koDoctorHelp = {
  doctor: '쓸 준비가 되었는지 살펴봅니다: Node, 디스크, 데이터, 키, 연결, 채널 계약, 모델 종료일',
  offline: '아무 데도 연결하지 않습니다',
  channel: '이 채널은 쓸 수 있어야 합니다 (여러 개 가능). 쓸 수 없으면 막힌 것으로 봅니다',
  exitCodes:
    '종료 코드: 0 쓸 수 있음(살펴볼 것이 있어도), 2 먼저 고칠 것이 있음. 계약 자체는 볼 수 없어 키로 판단합니다.',
};
