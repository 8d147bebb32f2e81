import { type SignedVoid, UserError, type VoidReason, voidReasons } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { auditView, voidView } from '../views/void-view.js';

export interface VoidFlags {
  readonly reason: VoidReason;
  /** @defaultValue the sentence of the reason */
  readonly words?: string;
  readonly nextDraw?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** It cannot be undone and everybody will read it, so it is shown first. */
export async function voidDraw(
  { ktEvent, output, ask, messages }: CommandContext,
  name: string,
  { reason, words = voidReasons[reason].ko, nextDraw: nextDrawAt, dryRun = false, yes = false }: VoidFlags,
): Promise<void> {
  const client = await ktEvent();
  const campaign = await findCampaign(client, name);
  const options = { reason, words, nextDrawAt };
  const toResult = async (signed: SignedVoid, dryRun: boolean) => ({
    ...signed,
    slug: campaign.slug,
    dryRun,
    notices: await client.voidNotices(campaign.id),
  });
  const foreseen = async () =>
    toResult(await client.voidDraw(campaign.id, { ...options, dryRun: true }), true);
  if (dryRun) return output.result(await foreseen(), voidView);
  if (!yes) {
    output.note(voidView(await foreseen(), messages));
    if (!(await ask.confirm(messages.voids.question, '--yes'))) throw new UserError('USER_011', {});
  }
  const signed = await output.task(messages.tasks.run, () => client.voidDraw(campaign.id, options));
  output.result(await toResult(signed, false), voidView);
}

/** With `--json`, a file that `verify --audit` takes. */
export async function showAudit({ ktEvent, output }: CommandContext, name: string): Promise<void> {
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  output.result(await client.auditChain(id), auditView);
}
