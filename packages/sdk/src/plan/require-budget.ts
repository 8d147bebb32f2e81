import { UserError } from '../errors/index.js';
import { type Ground, leastCostKrw } from './concept.js';

/**
 * Refuses a budget that no honest concept fits into.
 *
 * @throws {@link UserError} `USER_001` with the least budget in won
 */
export function requireBudget(ground: Ground): void {
  const { budgetKrw } = ground.brief;
  const least = leastCostKrw(ground);
  if (least <= budgetKrw) return;
  const ko = least.toLocaleString('ko');
  throw new UserError(
    'USER_001',
    { what: 'brief' },
    {
      issues: [
        {
          path: ['budgetKrw'],
          message: {
            ko: `경품·매체·안내 문자를 가장 싸게 준비해도 ${ko}원이 듭니다`,
            en: `the cheapest prizes, media and notices cost ${least} KRW`,
          },
          fix: {
            ko: `${ko} 이상을 쓰거나, 유료 채널이나 당첨자 수를 줄이세요`,
            en: `Write ${least} or more, or drop a paid channel or some winners`,
          },
        },
      ],
    },
  );
}
