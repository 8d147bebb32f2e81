import { UserError } from '../errors/index.js';
import type { Brief } from '../schema/brief.js';
import type { RuleRow } from './rule.js';

/**
 * A reason for a rule that does not exist would be lost without a word; one for what the law forbids outright is told
 * now rather than ignored later.
 *
 * @throws {@link UserError} `USER_001`
 */
export function requireKnownWaivers({ waivers = [] }: Brief, rows: readonly RuleRow[]): void {
  const issues = waivers.flatMap(({ rule }, index) => {
    const row = rows.find(({ id }) => id === rule);
    if (row?.waivable) return [];
    const [message, fix] = row ? forbidden : unknown(rule, rows);
    return [{ path: ['waivers', index, 'rule'], message, fix }];
  });
  if (issues.length > 0) throw new UserError('USER_001', { what: 'brief' }, { issues });
}

const forbidden = [
  {
    ko: '법이 예외 없이 금지하는 일이라 사유를 적어도 넘어갈 수 없습니다',
    en: 'the law forbids it without exception: no reason waives it',
  },
  {
    ko: '이 사유를 지우고, 규칙에 걸린 곳을 고치세요',
    en: 'Remove the waiver and mend what the rule found',
  },
] as const;

function unknown(rule: string, rows: readonly RuleRow[]) {
  const family = rows.filter(({ id }) => id.startsWith(rule.slice(0, rule.indexOf('-') + 1)));
  const first = family[0]?.id ?? 'PRIV-001';
  const last = family.at(-1)?.id ?? 'FAIR-010';
  return [
    { ko: `${rule}이라는 규칙은 없습니다`, en: `there is no rule ${rule}` },
    {
      ko: `${first}부터 ${last}까지 있습니다. 점검 결과의 괄호 안 번호를 쓰세요`,
      en: `There are ${first} to ${last}`,
    },
  ] as const;
}
