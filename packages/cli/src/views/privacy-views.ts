import type { ErasureReceipt, Forgotten, PersonalRecord } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { deadlineText, instantText } from './dates.js';
import { bullet, lines, parts, rows } from './layout.js';

/** Shown to the person themselves, so nothing is masked. */
export function personView(records: readonly PersonalRecord[], messages: Messages): string {
  if (records.length === 0) return bullet('✔', messages.privacy.nobody);
  return parts(...records.map((record) => recordView(record, messages)));
}

function recordView({ campaign, name, phone, entry, notices, deleteAt }: PersonalRecord, messages: Messages) {
  const { privacy } = messages;
  const { labels } = privacy;
  return lines(
    `${campaign.store} · ${campaign.name}`,
    rows([
      [labels.name, name === '' ? privacy.notKept : name],
      [labels.phone, phone],
      [labels.entered, `${instantText(entry.receivedAt, messages)} (${privacy.nth(entry.seq)})`],
      [labels.tickets, privacy.tickets(entry.weight)],
      [labels.coupon, entry.couponNo === undefined ? undefined : String(entry.couponNo)],
      [labels.marketing, marketingText(entry, messages)],
      [labels.notices, notices.map(({ at }) => instantText(at, messages)).join(', ')],
      [labels.deleteAt, deleteAt === undefined ? undefined : deadlineText(deleteAt, messages)],
    ]),
  );
}

function marketingText(
  { marketingConsent, marketingWithdrawnAt: at }: PersonalRecord['entry'],
  messages: Messages,
): string {
  const { privacy } = messages;
  if (!marketingConsent) return privacy.notAgreed;
  return at === undefined ? privacy.agreed : privacy.tookBack(instantText(at, messages));
}

export function forgottenView(forgotten: readonly Forgotten[], { privacy }: Messages): string {
  if (forgotten.length === 0) return bullet('✔', privacy.nobody);
  return lines(
    ...forgotten.map(({ campaignName, result }) =>
      bullet(result === 'erased' ? '✔' : '!', `${campaignName}: ${privacy.results[result]}`),
    ),
  );
}

export function erasureView({ erasure }: ErasureReceipt, messages: Messages): string {
  const { privacy } = messages;
  const { erased, keptForMarketing, at } = erasure;
  return lines(
    bullet('✔', privacy.erased(erased, instantText(at, messages))),
    keptForMarketing > 0 ? bullet('·', privacy.kept(keptForMarketing), 2) : undefined,
    bullet('·', privacy.receipt, 2),
  );
}
