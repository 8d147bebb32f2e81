import { type Campaign, UserError } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { bullet } from '../views/layout.js';
import { statusView } from '../views/status-view.js';

export interface CancelFlags {
  readonly yes?: boolean;
}

/** Ends a campaign for good; what the channels can take back is taken back. */
export async function cancel(
  context: CommandContext,
  name: string,
  { yes = false }: CancelFlags,
): Promise<void> {
  const { ask, messages, output } = context;
  const ktEvent = await context.ktEvent();
  const campaign = await findCampaign(ktEvent, name);
  if (!yes) await confirm(context, campaign);
  await output.task(messages.tasks.run, () => ktEvent.cancel(campaign.id));
  output.result(await ktEvent.status(campaign.id), statusView);

  async function confirm({ ktEvent }: CommandContext, { id }: Campaign): Promise<void> {
    const { publications } = await (await ktEvent()).status(id);
    const out = publications.filter(({ externalId }) => externalId !== undefined);
    const names = out.map(({ channel }) => messages.channel[channel]).join(', ');
    if (names !== '') output.note(bullet('!', messages.cancel.live(names)));
    if (await ask.confirm(messages.cancel.question, '--yes')) return;
    throw new UserError('USER_011', {});
  }
}
