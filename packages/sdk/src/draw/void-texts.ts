import type { Bilingual } from '../errors/index.js';
import type { VoidReason } from '../schema/draw-void.js';

/** Why a draw does not hold, in a sentence for everybody. */
export const voidReasons: Readonly<Record<VoidReason, Bilingual>> = {
  randomness_missing: {
    ko: '약속한 공개 난수가 7일이 지나도록 나오지 않았습니다.',
    en: 'The announced public randomness did not come within seven days.',
  },
  list_wrong: {
    ko: '추첨 명단이 잘못되어 있었습니다.',
    en: 'The list of the draw was wrong.',
  },
  entry_log_broken: {
    ko: '응모 기록이 주최자가 서명한 것과 달랐습니다.',
    en: 'The entry log was not what the organiser had signed.',
  },
  key_exposed: {
    ko: '주최자의 서명 열쇠가 다른 사람에게 알려졌습니다.',
    en: 'The organiser’s signing key became known to others.',
  },
  rules_broken: {
    ko: '추첨이 알린 규칙대로 되지 않았습니다.',
    en: 'The draw did not follow the announced rules.',
  },
};
