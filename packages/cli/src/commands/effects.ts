import { UserError } from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
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

export async function resolveEffect(
  { ktEvent, output }: CommandContext,
  id: string,
  { happened = false, not = false }: ResolveFlags,
): Promise<void> {
  if (happened === not) throw new UserError('USER_010', { question: id, flag: '--happened / --not' });
  const effect = await (await ktEvent()).resolveEffect(id, happened);
  output.result([effect], effectsView);
}
