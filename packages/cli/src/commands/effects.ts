import { UserError } from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
import { effectView } from '../views/effect-view.js';
import { effectsView } from '../views/effects-view.js';

export interface ResolveFlags {
  readonly happened?: boolean;
  readonly not?: boolean;
}

/** Only what a person may have to decide. */
export async function listEffects({ ktEvent, output }: CommandContext): Promise<void> {
  const effects = await (await ktEvent()).effects();
  output.result(
    effects.filter(({ state }) => state === 'parked' || state === 'in_doubt'),
    effectsView,
  );
}

/** One effect in full: what was meant, how often it was tried, and how to find out what became of it. */
export async function showEffect({ ktEvent, output }: CommandContext, id: string): Promise<void> {
  const effects = await (await ktEvent()).effects();
  const effect = effects.find((one) => one.id === id);
  if (!effect) throw new UserError('USER_002', { what: 'effect', id });
  output.result(effect, effectView);
}

export async function resolveEffect(
  { ktEvent, output }: CommandContext,
  id: string,
  { happened = false, not = false }: ResolveFlags,
): Promise<void> {
  if (happened === not) throw new UserError('USER_010', { question: id, flag: '--happened / --not' });
  const effect = await (await ktEvent()).resolveEffect(id, happened);
  output.result([effect], effectsView);
}
