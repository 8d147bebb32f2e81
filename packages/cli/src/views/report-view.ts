import type { Insight, Report } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { insightView } from './insight-view.js';
import { bullet, lines, parts, rows } from './layout.js';

/** The report's own first line, then won and people. */
export function reportView(report: Report | undefined, messages: Messages): string {
  const { report: words, won } = messages;
  if (!report) return words.none;
  const { entries, winners, redeemed, costKrw: cost, incrementalContributionKrw: left } = report;
  const { plan } = messages;
  return parts(
    report.headline[messages.language],
    report.rehearsal ? bullet('!', words.rehearsal) : undefined,
    rows([
      [words.entries, words.entriesOf(entries.accepted, entries.visitors)],
      [words.winners, words.winnersOf(winners.winners, winners.notified, winners.unreached)],
      [
        plan.cost,
        plan.costOf(
          won(cost.prize),
          won(cost.media),
          won(cost.message),
          won(cost.ai),
          won(cost.total),
          cost.tax && won(cost.tax),
        ),
      ],
      ...messageRows(report, messages),
      [words.ai, aiText(report, messages)],
      [words.redeemed, redeemed && words.redeemedOf(redeemed.taken, redeemed.of)],
      ...salesRows(report, messages),
      [words.left, left === undefined ? undefined : won(left)],
    ]),
    report.uplift ? undefined : words.noSales,
    report.places.length > 0 ? lines(words.places, ...placeLines(report, messages)) : undefined,
    lines(words.channels, ...report.channels.map((channel) => channelText(channel, messages))),
  );
}

/** A report with what was learnt from it, once it was. */
export function measuredView(
  { insight, ...report }: Report & { readonly insight?: Insight },
  messages: Messages,
): string {
  return parts(reportView(report, messages), insight && insightView(insight, messages));
}

/** What the messages were, since their price depends on it. */
function messageRows({ messages: sent }: Report, { report: words, won }: Messages): [string, string][] {
  if (sent.length === 0) return [];
  const texts = sent.map(({ purpose, kind, count, costKrw }) =>
    words.messageOf(words.purpose[purpose], words.kind[kind ?? 'text'], count, won(costKrw)),
  );
  return [[words.messages, texts.join(' · ')]];
}

/** Won for each thing that was ordered of a model or a voice. */
function aiText({ ai }: Report, { report: words, won }: Messages): string | undefined {
  if (ai.length === 0) return undefined;
  return ai.map(({ item, costKrw }) => words.aiOf(item, won(costKrw))).join(' · ');
}

function placeLines({ places }: Report, { report: words, channel }: Messages): string[] {
  return places.map(({ place, opened, entered }) => {
    const name = place === 'print' ? words.print : channel[place];
    return bullet('·', words.placeOf(name, opened, entered));
  });
}

function salesRows({ uplift }: Report, { report: words, won }: Messages): [string, string][] {
  if (!uplift) return [];
  const { actualKrw, baselineKrw, incrementalKrw, lowKrw, highKrw, proven } = uplift;
  const range = words.upliftOf(won(incrementalKrw), won(lowKrw), won(highKrw));
  return [
    [words.sales, words.salesOf(won(actualKrw), won(baselineKrw))],
    [words.uplift, proven ? range : `${range}. ${words.unproven}`],
  ];
}

function channelText({ channel, state, mode }: Report['channels'][number], messages: Messages): string {
  return bullet(
    '·',
    `${messages.channel[channel]}: ${messages.publicationState[state]} (${messages.mode[mode]})`,
  );
}
