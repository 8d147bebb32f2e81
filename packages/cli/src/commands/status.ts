import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { providersView } from '../views/providers-view.js';
import { campaignsView, statusView } from '../views/status-view.js';

export interface StatusFlags {
  readonly providers?: boolean;
}

/** One campaign in full, or all of them in one line each, or how the outside systems are doing. */
export async function status(
  context: CommandContext,
  name: string | undefined,
  { providers = false }: StatusFlags,
): Promise<void> {
  const { output } = context;
  const ktEvent = await context.ktEvent();
  if (providers)
    return output.result(await ktEvent.providers(), (all, words) => providersView(all, words, context.now()));
  if (!name) return output.result(await ktEvent.list(), campaignsView);
  const { id, brief, state } = await findCampaign(ktEvent, name);
  const known = await ktEvent.status(id);
  const asksForVisit = brief.entry.mechanic === 'lottery' && brief.entry.visitBonus > 0 && state === 'open';
  const shown = asksForVisit ? { ...known, visitCode: await ktEvent.visitCode(id) } : known;
  output.result(shown, statusView);
}
