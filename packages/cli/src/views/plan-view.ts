import type { BusinessCheck, Concept, ConceptId, Plan } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { businessText } from './check-view.js';
import { columns, type Row } from './columns.js';
import { deadlineText, instantText } from './dates.js';
import { findingsView } from './findings-view.js';
import { bullet, lines, parts, rows } from './layout.js';
import { planModelsView } from './plan-models-view.js';
import { planTrendsView } from './plan-trends-view.js';

/** A plan with what is known of the store's registration; absent when nobody was to be asked. */
export type Planned = Plan & { readonly business?: BusinessCheck };

/** The three concepts side by side, then what is common to them. */
export function planView(plan: Planned, messages: Messages): string {
  const { plan: words } = messages;
  return parts(
    lines(words.title, words.madeBy(modelsOf(plan), plan.knowledgeVersion)),
    comparison(plan, messages),
    recommendation(plan, messages),
    planTrendsView(plan, messages),
    planModelsView(plan, messages),
    lines(words.schedule, scheduleView(plan, messages)),
    plan.insights.length > 0
      ? lines(words.insights, ...plan.insights.map((insight) => bullet('·', insight)))
      : undefined,
    lines(
      messages.findings.title,
      findingsView(plan.findings, messages),
      plan.business && businessText(plan.business, messages),
    ),
    bullet('→', words.next),
  );
}

/** Every plan begins with the knowledge base; a model is one of the others that made it. */
const modelsOf = ({ madeBy }: Plan): string[] => madeBy.filter((maker) => maker !== 'knowledge-base');

const labelColumns = 14;

function comparison(plan: Plan, messages: Messages): string {
  const { concepts } = plan;
  const { plan: words, won } = messages;
  const row = (label: string, cell: (concept: Concept) => string | 0 | undefined): Row[] => {
    const cells = concepts.map((concept) => cell(concept) || '');
    return cells.some((text) => text !== '') ? [[label, ...cells]] : [];
  };
  return columns(
    [
      ...row('', ({ id }) => headingOf(id, plan, messages)),
      ...row('', ({ title }) => title),
      ...row(words.reason, ({ reason }) => reason),
      ...row(words.method, ({ method }) => method.name),
      ...row(words.prizes, ({ prizes }) => prizesText(prizes, messages)),
      ...row(words.winners, ({ winners, reserves }) => words.winnersOf(winners, reserves)),
      ...row(words.expected, ({ expectedEntries: { low, mid, high } }) => words.expectedOf(low, high, mid)),
      ...row(words.odds, ({ odds }) => odds),
      ...row(words.newCustomers, ({ outlook }) => outlook && words.newCustomersOf(outlook.newCustomers)),
      ...row(
        words.perNewCustomer,
        ({ outlook }) => outlook?.costPerNewCustomerKrw && won(outlook.costPerNewCustomerKrw),
      ),
      ...row(words.cost, ({ cost }) => won(cost.totalKrw)),
      ...row(words.prizeCost, ({ cost }) => won(cost.prizeKrw)),
      ...row(words.mediaCost, ({ cost }) => won(cost.mediaKrw)),
      ...row(words.messageCost, ({ cost }) => won(cost.messageKrw)),
      ...row(words.aiCost, ({ cost }) => (cost.aiKrw > 0 ? won(cost.aiKrw) : undefined)),
      ...row(words.taxCost, ({ cost }) => cost.taxKrw && won(cost.taxKrw)),
      ...row(
        words.breakEven,
        ({ outlook }) =>
          outlook && words.breakEvenOf(won(outlook.breakEvenSalesKrw), outlook.breakEvenVisits),
      ),
      ...row(words.worth, ({ worthKrw }) => worthText(worthKrw, messages)),
    ],
    labelColumns,
  );
}

function headingOf(id: ConceptId, { chosen, recommended }: Plan, messages: Messages): string {
  return [id === chosen ? '▶' : '', messages.concept[id], id === recommended?.id ? '★' : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Which one we would take, and why. */
function recommendation({ recommended }: Plan, messages: Messages): string | undefined {
  if (!recommended) return undefined;
  const { id, how, reason } = recommended;
  const say = how === 'explored' ? messages.plan.explored : messages.plan.recommended;
  return bullet('★', `${say(messages.concept[id])} ${reason}`);
}

function worthText(worthKrw: number | undefined, { plan: words, won }: Messages): string | undefined {
  if (worthKrw === undefined) return undefined;
  return (worthKrw < 0 ? words.worthShort : words.worthLeft)(won(Math.abs(worthKrw)));
}

/** One concept, with its price in won and its chance in people. */
export function conceptView(concept: Concept, chosen: boolean, messages: Messages): string {
  const { plan: words, won } = messages;
  const { cost, expectedEntries: expected, outlook } = concept;
  const heading = `${messages.concept[concept.id]} — ${concept.title}${chosen ? `  ${words.chosen}` : ''}`;
  const { prizeKrw, mediaKrw, messageKrw, aiKrw, taxKrw, totalKrw } = cost;
  return lines(
    bullet(chosen ? '▶' : '▷', heading),
    rows([
      [words.reason, concept.reason],
      [words.method, concept.method.name],
      [words.prizes, prizesText(concept.prizes, messages)],
      [words.winners, words.winnersOf(concept.winners, concept.reserves)],
      [words.expected, words.expectedOf(expected.low, expected.high, expected.mid)],
      [words.basis, expected.basis],
      [words.odds, concept.odds],
      [
        words.cost,
        words.costOf(
          won(prizeKrw),
          won(mediaKrw),
          won(messageKrw),
          won(aiKrw),
          won(totalKrw),
          taxKrw && won(taxKrw),
        ),
      ],
      [
        words.breakEven,
        outlook && words.breakEvenOf(won(outlook.breakEvenSalesKrw), outlook.breakEvenVisits),
      ],
    ]),
  );
}

function prizesText(prizes: Concept['prizes'], { plan: words, won }: Messages): string {
  return prizes.map(({ name, valueKrw, quantity }) => words.prize(name, won(valueKrw), quantity)).join(', ');
}

function scheduleView({ schedule }: Plan, messages: Messages): string {
  const { plan: words } = messages;
  return rows([
    [words.opens, instantText(schedule.opensAt, messages)],
    [words.closes, deadlineText(schedule.closesAt, messages)],
    [words.draws, schedule.drawAt && instantText(schedule.drawAt, messages)],
    [words.announces, instantText(schedule.announceAt, messages)],
    [words.claims, deadlineText(schedule.claimUntil, messages)],
    [words.deletes, deadlineText(schedule.deleteAt, messages)],
  ]);
}
