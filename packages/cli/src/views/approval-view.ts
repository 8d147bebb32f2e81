import {
  type Campaign,
  type Creative,
  chosenConcept,
  modelMadeAmong,
  ringScript,
  voiceDisclosure,
} from '@kt-event/sdk';
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
    madeText(campaign, messages),
    lines(words.hash(contentHash), campaign.mode === 'live' ? bullet('!', words.live(channels)) : undefined),
  );
}

/** What models have painted and written since the plan was agreed to: to look at before anybody else does. */
function madeText({ creatives, folder }: Campaign, messages: Messages): string | undefined {
  const made = modelMadeAmong(creatives);
  if (made.length === 0) return undefined;
  const files = made.map(({ path, paintedBy, writtenBy = '' }) =>
    bullet('·', `${path} (${paintedBy ?? writtenBy})`, 2),
  );
  const written = made.filter(({ writtenBy }) => writtenBy !== undefined);
  return parts(
    lines(messages.approval.byModels, bullet('·', folder), ...files),
    ...written.map((creative) => writtenText(creative, messages)),
  );
}

function writtenText({ channel, text, hashtags }: Creative, messages: Messages): string {
  const name = channel === 'print' ? channel : messages.channel[channel];
  const tags = hashtags.map((tag) => `#${tag}`).join(' ');
  return lines(bullet('✎', name), text.replaceAll(/^(?=.)/gm, '    '), tags && `    ${tags}`);
}

/** What callers will hear, and what in it is said otherwise than it is written. */
function ringText({ brief, plan, creatives }: Campaign, { approval: words }: Messages): string | undefined {
  if (!plan || !brief.channels.includes('ringo_biz')) return undefined;
  if (modelMadeAmong(creatives).some(({ id }) => id === 'ringo_biz-text')) return undefined; // told below, as it is now
  const { script, changes } = ringScript({ brief, plan });
  const said = changes.map(({ from, to }) => (to === '' ? words.unspoken(from) : `${from} → ${to}`));
  return lines(
    words.spoken,
    bullet('♪', script),
    said.length > 0 ? bullet('·', said.join(', '), 2) : undefined,
    bullet('·', words.voice(voiceDisclosure), 2),
  );
}
