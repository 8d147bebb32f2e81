import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { withdrawnView } from '../views/withdrawn-view.js';
import { askPhone, type PhoneFlags } from './privacy.js';

export interface WithdrawFlags extends PhoneFlags {
  /** Of this campaign's store alone. */
  readonly campaign?: string;
}

/** Takes back what the owner of a phone agreed to hear of stores. */
export async function withdrawConsents(context: CommandContext, flags: WithdrawFlags): Promise<void> {
  const phone = await askPhone(context, flags);
  const ktEvent = await context.ktEvent();
  const campaignId = flags.campaign && (await findCampaign(ktEvent, flags.campaign)).id;
  context.output.result(await ktEvent.withdrawConsents(phone, { campaignId }), withdrawnView);
}
