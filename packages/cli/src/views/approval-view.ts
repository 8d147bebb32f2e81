import { type Campaign, chosenConcept } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';
import { conceptView } from './plan-view.js';

export interface Approvable {
  readonly campaign: Campaign;
  readonly contentHash: string;
}

/** Exactly what a yes would cover. */
export function approvalView({ campaign, contentHash }: Approvable, messages: Messages): string {
  const { approval: words } = messages;
  const channels = campaign.brief.channels.map((channel) => messages.channel[channel]).join(', ');
  return parts(
    words.content,
    campaign.plan && conceptView(chosenConcept(campaign.plan), true, messages),
    lines(words.hash(contentHash), campaign.mode === 'live' ? bullet('!', words.live(channels)) : undefined),
  );
}
