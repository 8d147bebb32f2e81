import type { Messages } from '../messages/ko.js';
import type { RehearsalResult } from '../rehearsal/rehearsal-result.js';
import { findingsView } from './findings-view.js';
import { bullet, lines, parts, rows } from './layout.js';
import { publicationsView } from './publications-view.js';

/** What a store owner has just seen, beginning with what it was not. */
export function rehearsalView(result: RehearsalResult, messages: Messages): string {
  const { campaign, creatives, publications, report } = result;
  const { rehearsal: words } = messages;
  return parts(
    lines(`${words.title}: ${campaign.name}`, bullet('!', words.honest)),
    rows([
      [messages.status.entries, entriesText(result, messages)],
      [messages.status.draw, drawText(result, messages)],
      [messages.status.notices, words.told(result.notices.sent, result.notices.masked.join(', '))],
      [words.consents, result.consents.given > 0 ? words.consentsTold(result.consents) : undefined],
      [words.prizes, words.handedOver(result.prizes)],
      [messages.plan.cost, messages.won(report.costKrw)],
    ]),
    report.headline,
    lines(messages.publications.title, publicationsView(publications, messages)),
    lines(messages.findings.title, findingsView(report.findings, messages)),
    lines(
      words.made(creatives.length, campaign.folder),
      ...creatives.map(({ path }) => bullet('·', path)),
      result.draw ? bullet('·', words.verifyYourself(result.draw.transcript)) : undefined,
    ),
  );
}

function entriesText({ entries }: RehearsalResult, { rehearsal, status }: Messages): string {
  const { sent, accepted, duplicates, refused } = entries;
  return `${rehearsal.invented(sent, accepted)}, ${status.refused(duplicates, refused)}`;
}

function drawText({ draw }: RehearsalResult, { rehearsal: words }: Messages): string | undefined {
  if (!draw) return undefined;
  const picked = words.picked(draw.winners.length, draw.reserves.length);
  return `${picked}. ${draw.valid ? words.verified : words.unverified}`;
}
