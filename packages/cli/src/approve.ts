import { type Campaign, UserError } from '@kt-event/sdk';
import type { CommandContext } from './context.js';
import { approvalView } from './views/approval-view.js';
import { bullet } from './views/layout.js';

/**
 * Gets a person's yes to exactly what will be published: by the flag, or by showing it and asking.
 * @throws UserError `USER_007` when the answer is no, `USER_010` when nobody can be asked
 */
export async function approve(
  context: CommandContext,
  campaign: Campaign,
  { yes = false }: { readonly yes?: boolean },
): Promise<void> {
  const { ask, messages, operator, output, publicUrl } = context;
  const ktEvent = await context.ktEvent();
  const contentHash = ktEvent.contentHash(campaign);
  if (campaign.approval?.contentHash === contentHash) return;
  if (publicUrl === undefined) output.note(bullet('!', messages.approval.unreachable));
  if (!yes) {
    output.note(approvalView({ campaign, contentHash }, messages));
    const agreed = await ask.confirm(messages.approval.question, '--yes');
    if (!agreed) throw new UserError('USER_007', { campaignId: campaign.id, contentHash });
  }
  await ktEvent.approve(campaign.id, { contentHash, by: operator });
}
