import { type PublicationState, UserError } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import { toChannel } from '../channels.js';
import type { CommandContext } from '../context.js';
import { outcomeOf } from '../outcome.js';
import { campaignPublicationsView } from '../views/campaign-publications-view.js';
import { bullet } from '../views/layout.js';
import { measuresView } from '../views/measures-view.js';

/** How a campaign's publications stand, each with the command that finishes it. */
async function show(context: CommandContext, campaignId: string): Promise<void> {
  const status = await (await context.ktEvent()).status(campaignId);
  context.exitWith(outcomeOf(status));
  context.output.result(status, campaignPublicationsView);
}

export async function listPublications(context: CommandContext, name: string): Promise<void> {
  const { id } = await findCampaign(await context.ktEvent(), name);
  await show(context, id);
}

/** Asks the channels; one that does not answer leaves its publication as it was. */
export async function refreshPublications(context: CommandContext, name: string): Promise<void> {
  const { output, messages, signal } = context;
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  const { failures } = await output.task(messages.tasks.run, () =>
    ktEvent.refreshPublications(id, { signal }),
  );
  if (failures.length > 0) output.note(bullet('!', messages.publications.unreachable(failures.length)));
  await show(context, id);
}

/** What people did with the publications, as far as their channels tell. */
export async function measurePublications(context: CommandContext, name: string): Promise<void> {
  const { output, messages, signal } = context;
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  const { measured, failures } = await output.task(messages.tasks.run, () =>
    ktEvent.measurePublications(id, { signal }),
  );
  if (failures.length > 0) output.note(bullet('!', messages.publications.unreachable(failures.length)));
  output.result({ measured }, measuresView);
}

export interface ConfirmFlags {
  readonly url: string;
}

/** A post made by hand: its page must carry the campaign. */
export async function confirmPublication(
  context: CommandContext,
  [name, channel]: readonly [string, string],
  { url }: ConfirmFlags,
): Promise<void> {
  const { output, messages, signal } = context;
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  await output.task(messages.tasks.run, () =>
    ktEvent.confirmPublication(id, toChannel(channel), url, { signal }),
  );
  await show(context, id);
}

export interface MarkFlags {
  readonly reason?: string;
  readonly at?: string;
}

/** What a person may report, by the words of the command line. */
const states: Readonly<Record<string, PublicationState>> = {
  submitted: 'submitted',
  'in-review': 'in_review',
  scheduled: 'scheduled',
  live: 'published',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

export async function markPublication(
  context: CommandContext,
  [name, channel, word]: readonly [string, string, string],
  { reason, at }: MarkFlags,
): Promise<void> {
  const state = states[word];
  if (!state) throw new UserError('USER_002', { what: 'publication state', id: word });
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  await ktEvent.markPublication(id, toChannel(channel), { state, reason, scheduledFor: at });
  await show(context, id);
}

export interface UnpublishFlags {
  readonly channel?: readonly string[];
}

export async function unpublish(context: CommandContext, name: string, flags: UnpublishFlags): Promise<void> {
  const { output, messages, signal } = context;
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  const channels = flags.channel?.map(toChannel);
  await output.task(messages.tasks.run, () => ktEvent.unpublish(id, { channels, signal }));
  await show(context, id);
}
