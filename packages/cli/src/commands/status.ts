import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { campaignsView, statusView } from '../views/status-view.js';

/** One campaign in full, or all of them in one line each. */
export async function status(context: CommandContext, name: string | undefined): Promise<void> {
  const { output } = context;
  const ktEvent = await context.ktEvent();
  if (!name) return output.result(await ktEvent.list(), campaignsView);
  const { id } = await findCampaign(ktEvent, name);
  output.result(await ktEvent.status(id), statusView);
}
