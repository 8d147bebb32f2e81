import type { Effect } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, parts, rows } from './layout.js';

/** One effect in full. */
export function effectView(effect: Effect, messages: Messages): string {
  const { id, key, state, attempts, clientRef, idempotency, intentAt, error } = effect;
  const { effects: words } = messages;
  return parts(
    bullet(state === 'parked' ? '?' : '·', `${id}: ${messages.effectState[state]}`),
    rows([
      [words.key, key],
      [words.intent, `${instantText(intentAt, messages)} · ${words.attempts(attempts)}`],
      [words.reference, clientRef],
      [words.idempotency, words.ways[idempotency]],
      [words.money, moneyText(effect, messages)],
      [words.cause, error && `${causeText(effect, messages)} (${error.code})`],
    ]),
    state === 'parked' || state === 'in_doubt' ? bullet('→', words.resolve(id)) : undefined,
  );
}

function moneyText({ reservedKrw, settledKrw }: Effect, { effects, won }: Messages): string | undefined {
  if (reservedKrw > 0) return effects.reserved(won(reservedKrw));
  return settledKrw > 0 ? effects.settled(won(settledKrw)) : undefined;
}

function causeText({ error }: Effect, { language }: Messages): string {
  return (language === 'ko' ? error?.ko.message : error?.message) ?? '';
}
