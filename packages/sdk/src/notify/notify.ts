import type { Messenger } from '../providers/messenger.js';
import { ParkedEffect } from '../runs/suspension.js';
import type { RunContext } from '../runs/workflow.js';
import type { Award } from '../schema/award.js';
import type { Campaign } from '../schema/campaign.js';
import type { Notice, NoticeKind } from '../schema/notice.js';
import type { Plan } from '../schema/plan.js';
import type { StoredEntry } from '../store/entry-repository.js';
import { maskName, maskPerson } from './mask-person.js';
import { nextSendTime } from './next-send-time.js';
import { fillTemplate, variablesOf } from './notice-template.js';
import { asText, refusedByKakao, sendBatch } from './send-batch.js';
import { type NoticeOutcome, toNotices } from './to-notices.js';
import { findWinners, type Recipient, type Winner } from './winner.js';
import { winnerVariables } from './winner-text.js';

export interface NotifyInput {
  readonly campaign: Pick<Campaign, 'id' | 'brief'> & { readonly plan: Plan };
  readonly kind: NoticeKind;
  /** Part of every effect's key: the same people are told under the same key. */
  readonly key: string;
  /** Of those who are to be told, in drawn order. */
  readonly awards: readonly Award[];
  readonly entries: readonly StoredEntry[];
  /** Page on which anybody can check the draw. */
  readonly proofUrl: string;
  /** The present, from the run's journal. */
  readonly at: Date;
}

export interface NotifyDeps {
  readonly messenger: Messenger;
  /** Address of a winner's own page. Nobody else may see it. */
  readonly claimUrl: (award: Award) => Promise<string>;
  /** Unseals one entry. What it returns never leaves the memory but in a message. */
  readonly openPerson: (entry: StoredEntry) => Promise<{ readonly name: string; readonly phone: string }>;
  readonly run: Pick<RunContext, 'effect' | 'item'>;
  /** Keeps the notices of a batch as soon as its outcome is known. */
  readonly saveNotice?: ((notice: Notice) => Promise<void>) | undefined;
}

export interface NotifyResult {
  /** One for each winner, in drawn order. */
  readonly notices: Notice[];
  /** When to call again, because it is night: until then every notice is `waiting`. */
  readonly nextAt?: Date;
}

/** People in one request: few enough that a batch in doubt concerns a part of them only. */
const batchSize = 500;

/**
 * Tells each winner once, by an informational message without a promoting word: from an approved template where the
 * messenger has it, else as a text message. Reserves are told when they are promoted.
 * At night nobody is written to. Without a messenger nobody is told at all: the notices stay `waiting`.
 *
 * @throws what the run throws when a batch stays in doubt; its notices have been saved as `in_doubt`.
 */
export async function notify(input: NotifyInput, deps: NotifyDeps): Promise<NotifyResult> {
  const winners = findWinners(input.awards, input.campaign.plan, input.entries);
  const recipients = await Promise.all(winners.map((winner) => toRecipient(winner, input, deps)));
  const nextAt = nextSendTime(input.at);
  if (nextAt > input.at) {
    const notices = await keep(recipients, { state: 'waiting' }, input, deps);
    return { notices, nextAt };
  }
  const notices: Notice[] = [];
  for (let start = 0; start < recipients.length; start += batchSize) {
    const batch = recipients.slice(start, start + batchSize);
    notices.push(...(await tell(batch, `${input.key}/batch-${start / batchSize}`, input, deps)));
  }
  return { notices };
}

async function toRecipient(
  winner: Winner,
  { campaign, kind, proofUrl }: NotifyInput,
  { openPerson, claimUrl }: NotifyDeps,
): Promise<Recipient> {
  const { name, phone } = await openPerson(winner.entry);
  const { award, prize } = winner;
  const variables = winnerVariables({
    store: campaign.brief.store,
    campaignName: campaign.brief.name,
    maskedName: maskName(name),
    prizeName: prize.name,
    claimUntil: award.claimUntil ?? campaign.plan.schedule.claimUntil,
    claimUrl: await claimUrl(award),
    proofUrl,
  });
  const text = fillTemplate(kind, variables);
  const message = {
    key: winner.entry.id,
    phone,
    text,
    template: { name: kind, variables: variablesOf(kind, variables) },
  };
  return { ...winner, masked: maskPerson(name, phone), message };
}

async function tell(
  batch: readonly Recipient[],
  key: string,
  input: NotifyInput,
  deps: NotifyDeps,
): Promise<Notice[]> {
  const outcome = await attempt(batch, key, input, deps);
  const refused = refusedByKakao(batch, outcome, deps);
  const others = batch.filter((recipient) => !refused.includes(recipient));
  const told = await keep(others, outcome, input, deps);
  if (refused.length === 0) return told;
  const plain = refused.map(asText);
  const again = await attempt(plain, `${key}/text`, input, deps); // another effect, in the ledger for itself
  const retold = await keep(plain, again, input, deps);
  return inOrderOf(batch, [...told, ...retold]);
}

/** Whoever is in a batch in doubt is in doubt. */
async function attempt(
  batch: readonly Recipient[],
  key: string,
  input: NotifyInput,
  deps: NotifyDeps,
): Promise<NoticeOutcome> {
  try {
    return await sendBatch(batch, key, input, deps);
  } catch (error) {
    if (error instanceof ParkedEffect) await keep(batch, { state: 'in_doubt' }, input, deps);
    throw error;
  }
}

function inOrderOf(batch: readonly Recipient[], notices: readonly Notice[]): Notice[] {
  return batch.flatMap(({ entry }) => notices.filter(({ entryId }) => entryId === entry.id));
}

async function keep(
  batch: readonly Recipient[],
  outcome: NoticeOutcome,
  { at }: NotifyInput,
  { messenger, run, saveNotice }: NotifyDeps,
): Promise<Notice[]> {
  const notices = toNotices(batch, outcome, messenger, at);
  for (const notice of notices) {
    await saveNotice?.(notice);
    run.item('notify', notice.masked, notice.state, notice.error?.code ?? droppedNote(notice, outcome));
  }
  return notices;
}

/** What the message could not hold, for whoever watches. */
function droppedNote({ entryId }: Notice, outcome: NoticeOutcome): string | undefined {
  if (outcome.state !== 'acked') return undefined;
  const dropped = outcome.value.find(({ key }) => key === entryId)?.dropped;
  return dropped && `left out: ${dropped.join(' ')}`;
}
