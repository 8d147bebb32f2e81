import type { Effect } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, lines } from './layout.js';

/** Effects that a person may have to decide about, each with the command that decides. */
export function effectsView(effects: readonly Effect[], messages: Messages): string {
  if (effects.length === 0) return messages.effects.none;
  return effects.map((effect) => effectText(effect, messages)).join('\n');
}

function effectText({ id, state, attempts, intentAt }: Effect, messages: Messages): string {
  const { effects: words } = messages;
  return lines(
    bullet('?', `${id}: ${messages.effectState[state]}`),
    bullet('·', `${instantText(intentAt, messages)}, ${words.attempts(attempts)}`, 2),
    state === 'parked' ? bullet('→', words.resolve(id), 2) : undefined,
  );
}
