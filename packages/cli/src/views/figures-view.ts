import type { Figure, Plan } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

/** Each figure of a plan: what it is, how it was reckoned and from what, who says so and since when. */
export function figuresView({ figures }: Plan, messages: Messages): string {
  return parts(messages.plan.figures, ...figures.map((figure) => figureText(figure, messages)));
}

function figureText(
  { name, value, unit, formula, inputs, source, date }: Figure,
  messages: Messages,
): string {
  const { plan: words } = messages;
  const given = inputs?.map((one) => `${one.name} ${amount(one.value, one.unit)}`).join(', ');
  return lines(
    bullet('·', `${name}: ${amount(value, unit)}`),
    formula && bullet(' ', words.formula(formula), 2),
    given && bullet(' ', words.inputs(given), 2),
    bullet(' ', words.figureSource(source, date), 2),
  );
}

const amount = (value: number, unit: string): string => `${value.toLocaleString('ko-KR')}${unit}`;
