import type { CacheRates, Campaign, CampaignStatus, ConsentsDue } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { cachesView } from './caches-view.js';
import { campaignPublicationsView } from './campaign-publications-view.js';
import { consentsDueView } from './consents-due-view.js';
import { bullet, lines, parts, rows } from './layout.js';
import { nextStepView } from './next-step-view.js';
import { unwrittenWhy } from './unwritten-why.js';

export interface Overview {
  readonly campaigns: readonly Campaign[];
  readonly caches: CacheRates;
  /** People who have to be told of their consents soon. */
  readonly consents: readonly ConsentsDue[];
}

/** All campaigns, one line each, and how often memory answered. */
export function overviewView({ campaigns, caches, consents }: Overview, messages: Messages): string {
  const list = campaigns.map((campaign) => campaignLine(campaign, messages)).join('\n');
  return parts(
    list || messages.status.none,
    consentsDueView(consents, messages),
    cachesView(caches, messages),
  );
}

function campaignLine({ id, brief, state, rehearsal }: Campaign, messages: Messages): string {
  const label = rehearsal ? ` [${messages.status.rehearsal}]` : '';
  return `${id}  ${messages.campaignState[state]}  ${brief.name}${label}`;
}

/** With the code that proves a visit today, while there is one. */
export interface Shown extends CampaignStatus {
  readonly visitCode?: string | undefined;
  readonly consents?: readonly ConsentsDue[];
}

/** How far one campaign is, and what comes next. */
export function statusView(status: Shown, messages: Messages): string {
  const { campaign, run, publications } = status;
  const { status: words } = messages;
  const { period } = campaign.brief;
  const waiting = run?.waitingFor ? ` — ${messages.waitingFor[run.waitingFor] ?? run.waitingFor}` : '';
  return parts(
    campaignLine(campaign, messages),
    rows([
      [words.period, `${period.start} ~ ${period.end}`],
      [words.entries, entriesText(status, messages)],
      [words.guards, guardsText(status, messages)],
      [
        words.remaining,
        status.remainingStock === undefined ? undefined : words.pieces(status.remainingStock),
      ],
      [words.visitCode, status.visitCode],
      [words.draw, drawText(status, messages)],
      [words.notices, noticesText(status, messages)],
      [words.run, run && `${messages.runState[run.state]}${waiting}`],
      [words.folder, campaign.folder],
    ]),
    publications.length > 0 ? campaignPublicationsView(status, messages) : undefined,
    unpaintedText(status, messages),
    unwrittenText(status, messages),
    doubtText(status, messages),
    consentsDueView(status.consents ?? [], messages),
    nextStepView(status, messages),
  );
}

function entriesText({ entries }: CampaignStatus, { status: words }: Messages): string {
  const { accepted, visitors, duplicates, refused } = entries;
  const turnedAway = duplicates + refused > 0 ? `, ${words.refused(duplicates, refused)}` : '';
  return words.entriesOf(accepted, visitors) + turnedAway;
}

function guardsText({ guards }: CampaignStatus, { status: words }: Messages): string | undefined {
  const { turnedAway, codesSent, codesKrw } = guards;
  const kept = Object.values(turnedAway).reduce((sum, count) => sum + count, 0);
  if (kept + codesSent === 0) return undefined;
  return words.guardsOf({ kept, programs: turnedAway.honeypot, codesSent, codesKrw });
}

function drawText({ draw }: CampaignStatus, { status: words }: Messages): string | undefined {
  if (!draw) return undefined;
  return draw.transcript ? words.drawn(draw.transcript.results.length) : words.committed;
}

function noticesText({ notices }: CampaignStatus, { status: words }: Messages): string | undefined {
  if (notices.length === 0) return undefined;
  const sent = notices.filter(({ state }) => state === 'sent').length;
  return words.noticesOf(sent, notices.length - sent);
}

function doubtText({ effects }: CampaignStatus, { status: words }: Messages): string | undefined {
  const doubtful = effects.filter(({ state }) => state === 'parked').length;
  return doubtful > 0 ? bullet('!', words.doubtful(doubtful)) : undefined;
}

/** Each model that was to paint and did not, once, with the code of why. */
function unpaintedText({ campaign }: CampaignStatus, { status: words }: Messages): string | undefined {
  const missed = campaign.creatives.flatMap(({ kind, unpainted }) =>
    unpainted ? [{ say: kind === 'video' ? words.unfilmed : words.unpainted, ...unpainted }] : [],
  );
  const told = new Set(missed.map(({ say, provider, code }) => say(provider, code)));
  return told.size > 0 ? lines(...[...told].map((text) => bullet('!', text))) : undefined;
}

/** Each channel whose words a model was to write and did not, with why. */
function unwrittenText({ campaign }: CampaignStatus, messages: Messages): string | undefined {
  const told = campaign.creatives.flatMap(({ channel, unwritten }) =>
    unwritten && channel !== 'print'
      ? bullet('!', messages.status.unwritten(messages.channel[channel], unwrittenWhy(unwritten, messages)))
      : [],
  );
  return told.length > 0 ? lines(...told) : undefined;
}
