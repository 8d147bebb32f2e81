import type { CampaignStatus, KtEvent } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { outcomeOf } from '../outcome.js';
import { effectsView } from '../views/effects-view.js';
import { parts } from '../views/layout.js';
import { statusView } from '../views/status-view.js';

/** Goes on with one campaign, or with all that can go on now. What a person must decide is shown first. */
export async function resume(context: CommandContext, name: string | undefined): Promise<void> {
  const { messages, output, signal } = context;
  const ktEvent = await context.ktEvent();
  await showDoubts(context, ktEvent);
  const campaigns = name ? [await findCampaign(ktEvent, name)] : await ktEvent.due();
  if (!name && campaigns.length > 0) output.note(messages.resume.found(campaigns.length));
  const statuses: CampaignStatus[] = [];
  for (const { id } of campaigns) {
    statuses.push(await output.task(messages.tasks.run, () => ktEvent.advance(id, { signal })));
  }
  for (const status of statuses) context.exitWith(outcomeOf(status));
  output.result(statuses, (all, words) =>
    all.length === 0 ? words.resume.nothing : parts(...all.map((status) => statusView(status, words))),
  );
}

async function showDoubts({ output, messages }: CommandContext, ktEvent: KtEvent): Promise<void> {
  const parked = (await ktEvent.effects()).filter(({ state }) => state === 'parked');
  if (parked.length > 0) output.note(effectsView(parked, messages));
}
