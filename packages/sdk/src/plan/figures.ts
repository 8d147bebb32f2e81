import { channelNames } from '../rates/rate-words.js';
import { isTaxable, prizeTaxKrw } from '../rules/prize-tax.js';
import type { Figure } from '../schema/plan.js';
import type { Draft, Ground } from './concept.js';
import { conceptFigures } from './concept-figures.js';
import { audienceUnit } from './entry-figures.js';
import { groundFigures } from './ground-figures.js';
import type { Prior } from './knowledge-schema.js';
import type { Booking, Tier } from './media-mix.js';
import { range } from './ranges.js';

/** Every number a plan shows, with where it comes from. The same number is listed once. */
export function figuresOf(drafts: readonly Draft[], ground: Ground): Figure[] {
  const all = [
    ...groundFigures(ground),
    ...drafts.flatMap((draft) => [...draftFigures(draft, ground), ...conceptFigures(draft, ground)]),
  ];
  const listed = new Set<string>();
  return all.filter(({ name, value }) => {
    const same = `${name}/${value}`;
    const isNew = !listed.has(same);
    listed.add(same);
    return isNew;
  });
}

const tierNames: Readonly<Record<Tier, string>> = { low: '작게', mid: '보통', high: '크게' };

function draftFigures({ concept, mix, bookings }: Draft, { knowledge }: Ground): Figure[] {
  const { date } = knowledge;
  const { inStore } = mix;
  return [
    ...range(
      `응모율 (${inStore.ko})`,
      { ...inStore.ratePct, unit: '%', source: sourceText(inStore.provenance) },
      date,
    ),
    ...bookings.flatMap((booking) => bookingFigures(booking, date)),
    ...concept.prizes.flatMap((prize) => {
      const known = knowledge.prizes.some(({ id }) => id.replaceAll('_', '-') === prize.id);
      const source = known ? '업종 경험 가격, 확인 필요' : '기획 요청';
      const tax = {
        name: `${prize.name} 제세공과금`,
        value: prizeTaxKrw(prize.valueKrw, knowledge.prizeTax),
        unit: '원',
        source: '소득세 20% + 지방소득세 10%, 10원 미만 버림 (세무 안내, 확인 필요)',
        date,
      };
      return [
        { name: `${prize.name} 시중 가격`, value: prize.valueKrw, unit: '원', source, date },
        { name: `${prize.name} 준비 비용`, value: prize.costKrw, unit: '원', source, date },
        ...(isTaxable(prize, knowledge.prizeTax) ? [tax] : []),
      ];
    }),
  ];
}

function bookingFigures({ channel, tier, medium, costKrw, audience }: Booking, date: string): Figure[] {
  const source = (prior: Prior) => `${prior.source}${medium.per === 'month' ? ', 일수로 나눔(가정)' : ''}`;
  return [
    {
      name: `${channelNames[channel]} 비용 (${tierNames[tier]})`,
      value: costKrw,
      unit: '원',
      source: source(medium.costKrw),
      date,
    },
    {
      name: `${channelNames[channel]} 노출 (${tierNames[tier]})`,
      value: audience,
      unit: audienceUnit(medium.audience.unit),
      source: source(medium.audience),
      date,
    },
    ...range(`${channelNames[channel]} 반응률`, medium.responsePct, date),
    ...(medium.landingRatePct ? range(`${channelNames[channel]} 응모율`, medium.landingRatePct, date) : []),
  ];
}

/** The knowledge base writes `heuristic`; a person reads what that means. */
function sourceText(provenance: string): string {
  return provenance.replace('heuristic', '업종 경험값, 매장 실적이 쌓이면 바뀝니다');
}
