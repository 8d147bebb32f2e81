import type { Concept, Plan } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { deadlineText, instantText } from './dates.js';
import { findingsView } from './findings-view.js';
import { bullet, lines, parts, rows } from './layout.js';
import { planModelsView } from './plan-models-view.js';

/** The three concepts, one below another, then what is common to them. */
export function planView(plan: Plan, messages: Messages): string {
  const { plan: words } = messages;
  return parts(
    lines(words.title, words.madeBy(plan.madeBy.join(', '), plan.knowledgeVersion)),
    ...plan.concepts.map((concept) => conceptView(concept, concept.id === plan.chosen, messages)),
    planModelsView(plan, messages),
    lines(words.schedule, scheduleView(plan, messages)),
    plan.insights.length > 0
      ? lines(words.insights, ...plan.insights.map((insight) => bullet('·', insight)))
      : undefined,
    lines(messages.findings.title, findingsView(plan.findings, messages)),
  );
}

/** One concept, with its price in won and its chance in people. */
export function conceptView(concept: Concept, chosen: boolean, messages: Messages): string {
  const { plan: words, won } = messages;
  const { cost, expectedEntries: expected } = concept;
  const heading = `${messages.concept[concept.id]} — ${concept.title}${chosen ? `  ${words.chosen}` : ''}`;
  const prizes = concept.prizes.map(({ name, valueKrw, quantity }) =>
    words.prize(name, won(valueKrw), quantity),
  );
  return lines(
    bullet(chosen ? '▶' : '▷', heading),
    rows([
      [words.reason, concept.reason],
      [words.method, concept.method.name],
      [words.prizes, prizes.join(', ')],
      [words.winners, words.winnersOf(concept.winners, concept.reserves)],
      [words.expected, words.expectedOf(expected.low, expected.high, expected.mid)],
      [words.basis, expected.basis],
      [words.odds, concept.odds],
      [
        words.cost,
        words.costOf(
          won(cost.prizeKrw),
          won(cost.mediaKrw),
          won(cost.messageKrw),
          won(cost.aiKrw),
          won(cost.totalKrw),
        ),
      ],
    ]),
  );
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
