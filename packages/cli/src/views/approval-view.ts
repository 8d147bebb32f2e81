import { type Campaign, chosenConcept, ringScript, voiceDisclosure } from '@kt-event/sdk';
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
    ringText(campaign, messages),
    paintedText(campaign, messages),
    lines(words.hash(contentHash), campaign.mode === 'live' ? bullet('!', words.live(channels)) : undefined),
  );
}

/** What a model has painted since the plan was agreed to: files to look at before anybody else does. */
function paintedText({ creatives, folder }: Campaign, { approval: words }: Messages): string | undefined {
  const painted = creatives.filter(({ paintedBy }) => paintedBy !== undefined);
  if (painted.length === 0) return undefined;
  const files = painted.map(({ path, paintedBy = '' }) => bullet('·', `${path} (${paintedBy})`, 2));
  return lines(words.painted, bullet('·', folder), ...files);
}

/** What callers will hear, and what in it is said otherwise than it is written. */
function ringText({ brief, plan }: Campaign, { approval: words }: Messages): string | undefined {
  if (!plan || !brief.channels.includes('ringo_biz')) return undefined;
  const { script, changes } = ringScript({ brief, plan });
  const said = changes.map(({ from, to }) => (to === '' ? words.unspoken(from) : `${from} → ${to}`));
  return lines(
    words.spoken,
    bullet('♪', script),
    said.length > 0 ? bullet('·', said.join(', '), 2) : undefined,
    bullet('·', words.voice(voiceDisclosure), 2),
  );
}
