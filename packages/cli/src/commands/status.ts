import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { providersView } from '../views/providers-view.js';
import { overviewView, statusView } from '../views/status-view.js';

export interface StatusFlags {
  readonly providers?: boolean;
}

/**
 * One campaign in full; or all of them in one line each, and how often memory answered; or how the outside systems are
 * doing.
 */
export async function status(
  context: CommandContext,
  name: string | undefined,
  { providers = false }: StatusFlags,
): Promise<void> {
  const { output } = context;
  const ktEvent = await context.ktEvent();
  if (providers)
    return output.result(await ktEvent.providers(), (all, words) => providersView(all, words, context.now()));
  if (!name) {
    const [campaigns, caches, consents] = [ktEvent.list(), ktEvent.caches(), ktEvent.consentsDue()];
    const overview = { campaigns: await campaigns, caches: await caches, consents: await consents };
    return output.result(overview, overviewView);
  }
  const { id, brief, state } = await findCampaign(ktEvent, name);
  const known = await ktEvent.status(id);
  const asksForVisit = brief.entry.mechanic === 'lottery' && brief.entry.visitBonus > 0 && state === 'open';
  const due = (await ktEvent.consentsDue()).filter(({ campaignId }) => campaignId === id);
  const visitCode = asksForVisit ? await ktEvent.visitCode(id) : undefined;
  output.result({ ...known, visitCode, consents: due }, statusView);
}
