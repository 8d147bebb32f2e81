import type { Issue } from '../errors/issue.js';
import { isTaxable, type PrizeTaxLaw } from '../rules/prize-tax.js';
import type { HandOver } from '../schema/award.js';
import type { Claim } from '../schema/claim.js';
import type { Prize } from '../schema/plan.js';

/** In which ways a prize can reach its winner. */
export function waysOf({ handOver = 'pickup' }: Pick<Prize, 'handOver'>): readonly HandOver[] {
  return handOver === 'either' ? ['pickup', 'delivery'] : [handOver];
}

/**
 * What is missing in a claim, or was given though this prize does not need it: what is not needed is not kept, and not
 * even taken. A taxed prize that is picked up may have its papers filled in at the counter.
 */
export function claimProblems(claim: Claim, prize: Prize, law: PrizeTaxLaw): Issue[] {
  return [...deliveryProblems(claim, prize), ...taxProblems(claim, isTaxable(prize, law))];
}

function deliveryProblems({ handOver, address, addressConsent }: Claim, prize: Prize): Issue[] {
  if (!waysOf(prize).includes(handOver)) {
    return [
      issue('handOver', '이 경품은 그 방법으로 받을 수 없습니다', 'is no way in which this prize is given'),
    ];
  }
  if (handOver === 'pickup') {
    return address === undefined ? [] : [issue('address', '주소가 필요하지 않습니다', 'is not needed')];
  }
  return [
    ...(address === undefined ? [issue('address', '받을 주소를 적어 주세요', 'is needed for delivery')] : []),
    ...(addressConsent
      ? []
      : [issue('addressConsent', '주소 수집 안내에 동의해 주세요', 'needs your agreement')]),
  ];
}

function taxProblems({ handOver, legalName, residentNumber, taxNotice }: Claim, taxed: boolean): Issue[] {
  const given = [legalName, residentNumber].filter((value) => value !== undefined).length;
  if (!taxed) {
    return given === 0
      ? []
      : [
          issue(
            'residentNumber',
            '세금이 없는 경품이라 받지 않습니다',
            'is not taken: the prize is not taxed',
          ),
        ];
  }
  if (given === 0 && handOver === 'pickup') return [];
  return [
    ...(legalName === undefined ? [issue('legalName', '실명을 적어 주세요', 'is needed')] : []),
    ...(residentNumber === undefined
      ? [issue('residentNumber', '주민등록번호를 적어 주세요', 'is needed')]
      : []),
    ...(taxNotice ? [] : [issue('taxNotice', '안내를 확인해 주세요', 'must be confirmed')]),
  ];
}

function issue(field: string, ko: string, en: string): Issue {
  return { path: [field], message: { ko, en } };
}
