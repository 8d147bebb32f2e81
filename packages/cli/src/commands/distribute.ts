import type { Campaign, Channel, KtEvent } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import { toChannel } from '../channels.js';
import type { CommandContext } from '../context.js';
import { distributionView } from '../views/distribution-view.js';
import { statusView } from '../views/status-view.js';
import { type ApprovalFlags, advance, approvePlan } from './stages.js';

export interface DistributeFlags extends ApprovalFlags {
  readonly channel?: readonly string[];
  readonly retryFailed?: boolean;
  readonly allowDuplicate?: boolean;
  readonly dryRun?: boolean;
}

/** Publishes on every channel, on those named, or again on those that failed. What was held back goes out now. */
export async function distribute(
  context: CommandContext,
  name: string,
  flags: DistributeFlags,
): Promise<void> {
  const ktEvent = await context.ktEvent();
  const campaign = await findCampaign(ktEvent, name);
  const channels = await chosenChannels(ktEvent, campaign, flags);
  if (flags.dryRun) return preview(context, campaign, channels);
  await approvePlan(context, campaign.id, flags);
  const { retryFailed: again = false, allowDuplicate = false } = flags;
  const status = await advance(context, campaign.id, {
    until: 'distribute',
    channels,
    again,
    allowDuplicate,
  });
  context.output.result(status, statusView);
}

/** Nothing is made, stored or sent: the creatives must be there. */
async function preview(
  { output, ktEvent }: CommandContext,
  { id, plan }: Campaign,
  channels: readonly Channel[],
): Promise<void> {
  const all = await (await ktEvent()).previewDistribution(id);
  const previews = all.filter(({ channel }) => channels.includes(channel));
  output.result({ dryRun: true, previews, findings: plan?.findings ?? [] }, distributionView);
}

async function chosenChannels(
  ktEvent: KtEvent,
  { id, brief }: Campaign,
  { channel: names, retryFailed = false }: DistributeFlags,
): Promise<readonly Channel[]> {
  const named = names?.map(toChannel) ?? brief.channels;
  if (!retryFailed) return named;
  const { publications } = await ktEvent.status(id);
  const failed = publications.filter(({ state }) => state === 'failed').map(({ channel }) => channel);
  return failed.filter((channel) => named.includes(channel));
}
