import type { Plan } from '../../schema/plan.js';
import type { Case } from './every-plan.js';

/** A plan as somebody would read it to the owner of the shop. */
export function readAloud({ brief, row, plan }: Case & { readonly plan: Plan }): string {
  const { store, period } = brief;
  const won = (krw: number) => `${krw.toLocaleString('ko')}원`;
  const concepts = plan.concepts.map((concept) => {
    const { title, reason, method, prizes, cost, odds, outlook, copies } = concept;
    const handed = prizes.map(({ name, quantity }) => `${name} ${quantity}명`).join(', ');
    const friend = copies.find(({ channel }) => channel === 'instagram')?.body.split('\n')[0] ?? '';
    return [
      `  ${title}`,
      `    ${reason}`,
      `    ${method.name}. ${handed}. ${odds}.`,
      `    모두 ${won(cost.totalKrw)}. ${won(outlook?.breakEvenSalesKrw ?? 0)}어치 더 팔면 본전입니다.`,
      `    "${friend}"`,
    ].join('\n');
  });
  return [`${store.name}, ${row.objective}, ${brief.name} ${period.start}~${period.end}`, ...concepts].join(
    '\n',
  );
}
