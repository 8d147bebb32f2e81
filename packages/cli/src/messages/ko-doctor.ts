export const koDoctor = {
  doctor: {
    task: '준비 상태를 살펴봅니다',
    ready: (warnings: number) =>
      warnings > 0 ? `쓸 수 있습니다. 살펴볼 것이 ${warnings}가지 있습니다` : '모두 괜찮습니다',
    blocked: (count: number) => `먼저 고쳐야 할 것이 ${count}가지 있습니다`,
  },
};

export const koDoctorHelp = {
  doctor: '쓸 준비가 되었는지 살펴봅니다: Node, 디스크, 데이터, 키, 연결, 모델 종료일',
  offline: '아무 데도 연결하지 않습니다',
};
