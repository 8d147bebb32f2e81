import type { Correction, Plan, PlanModel } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines } from './layout.js';

/** What the text models did for a plan, and what of it had to be left out or set right. Nothing when none is configured. */
export function planModelsView(
  { models = [], corrections = [] }: Plan,
  messages: Messages,
): string | undefined {
  const { planning: words } = messages;
  if (models.length === 0) return undefined;
  const used = models.filter(({ state }) => state === 'used');
  return lines(
    words.title,
    ...models.map((model) => modelLine(model, messages)),
    used.length === 0 ? bullet('·', words.none) : undefined,
    used.some(({ mode }) => mode === 'sandbox') ? bullet('!', words.practice) : undefined,
    corrections.length > 0 ? words.corrections : undefined,
    ...corrections.map((correction) => correctionLine(correction, messages)),
  );
}

function modelLine(
  { part, provider, model, state, code = '', costKrw }: PlanModel,
  messages: Messages,
): string {
  const { planning: words, won } = messages;
  const name = messages.modelName[provider] ?? provider;
  if (state === 'used') return bullet('✔', words.used(name, model, words.part[part], won(costKrw)));
  if (state === 'dropped') return bullet('–', words.dropped(name, model, words.part[part], won(costKrw)));
  if (state === 'asking') return bullet('…', words.asking(name));
  const failed = words.failed(name, words.modelFailure[code] ?? code);
  return bullet('–', costKrw > 0 ? `${failed} ${words.perhapsPaid(won(costKrw))}` : failed);
}

function correctionLine(correction: Correction, messages: Messages): string {
  const { provider, concept, field, did, why, said, instead, because } = correction;
  const { planning: words } = messages;
  const name = messages.modelName[provider] ?? provider;
  const say = did === 'corrected' ? words.correctionCorrected : words.correctionDropped;
  return lines(
    bullet('·', say(name, messages.concept[concept], words.field[field], words.why[why])),
    said ? bullet(' ', words.said(said), 2) : undefined,
    instead ? bullet(' ', words.instead(instead), 2) : undefined,
    because ? bullet(' ', words.because(because), 2) : undefined,
  );
}
