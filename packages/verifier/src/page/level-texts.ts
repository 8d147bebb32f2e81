import type { Level } from '../beacon.js';

interface LevelText {
  readonly name: string;
  readonly title: string;
  /** Whether this kind of randomness keeps people from choosing the result. */
  readonly safe: boolean;
  readonly proves: string;
  readonly not: string;
}

/** True of every draw, whatever its randomness. */
export const never =
  '명단에 가짜 응모를 넣지 않았다는 것, 서명한 열쇠가 정말 그 가게의 것이라는 것, 경품을 실제로 건넸다는 것은 이 확인으로 알 수 없습니다.';

/** What it means when everything fits, by who could have steered the randomness. */
export const levelTexts: Record<Level, LevelText> = {
  drand: {
    name: '공개 난수 (drand)',
    title: '모두 맞습니다.',
    safe: true,
    proves:
      '당첨자는 추첨 전에 확정한 명단과, 세계 여러 기관이 함께 만드는 공개 난수만으로 정해졌습니다. 약속이 난수보다 먼저 공개되었다면 주최자도 참가자도 결과를 고를 수 없었습니다.',
    not: '약속이 적힌 시각에 정말 공개되어 있었는지는, 그곳에 남은 약속 지문과 비교해야 알 수 있습니다.',
  },
  witness: {
    name: '증인들의 비밀값',
    title: '모두 맞습니다.',
    safe: true,
    proves:
      '당첨자는 확정한 명단과 증인들의 비밀값만으로 정해졌습니다. 증인이 한 사람이라도 정직하다면 아무도 결과를 고를 수 없었습니다.',
    not: '증인들이 서로 짜지 않았다는 것, 약속이 적힌 시각에 공개되었다는 것은 알 수 없습니다.',
  },
  operator: {
    name: '주최자의 비밀값',
    title: '계산은 모두 맞습니다. 다만 조작을 막는 방식은 아닙니다.',
    safe: false,
    proves: '당첨자는 확정한 명단과 주최자의 비밀값에서 규칙대로 계산되었고, 약속한 뒤로 바뀐 것이 없습니다.',
    not: '조작을 막지는 못합니다. 주최자는 비밀값을 미리 알고 명단을 정할 수 있었습니다.',
  },
  sandbox: {
    name: '연습용 난수',
    title: '계산은 모두 맞습니다. 다만 연습입니다.',
    safe: false,
    proves: '계산과 서명이 규칙대로입니다. 실제 추첨이 아니라 연습입니다.',
    not: '우연에 대해서는 아무것도 증명하지 않습니다. 연습용 난수는 만든 사람이 미리 알 수 있습니다.',
  },
};
