import {
  type AwardState,
  type CampaignStatus,
  type ConsentStatus,
  type Creative,
  chosenConcept,
  type Finding,
  type Mode,
  type Plan,
  type Publication,
  type WinnerRow,
} from '@kt-event/sdk';

/** What `run --rehearse --json` prints. */
export interface RehearsalResult {
  readonly rehearsal: true;
  readonly campaign: { id: string; slug: string; name: string; state: string; mode: Mode; folder: string };
  readonly plan: { concepts: Plan['concepts']; chosen: string };
  readonly creatives: readonly Pick<Creative, 'kind' | 'channel' | 'path' | 'bytes'>[];
  readonly publications: readonly Pick<
    Publication,
    'channel' | 'state' | 'externalId' | 'mode' | 'assumedProtocol' | 'error'
  >[];
  readonly entries: { sent: number; accepted: number; duplicates: number; refused: number; visitors: number };
  readonly draw: {
    transcript: string;
    level: string;
    valid: boolean;
    winners: readonly { slot: string; entryId: string }[];
    reserves: readonly { slot: string; entryId: string }[];
  } | null;
  readonly notices: { sent: number; failed: number; waiting: number; masked: readonly string[] };
  /** Who agreed to hear of the store, and how many of them were told that it is noted. */
  readonly consents: { given: number; told: number };
  /** What became of the prizes. */
  readonly prizes: { claimed: number; expired: number; declined: number; promoted: number };
  readonly report: { roi: number | null; costKrw: number; headline: string; findings: readonly Finding[] };
  /** Real milliseconds of each stage. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface RehearsalFacts {
  readonly status: CampaignStatus;
  readonly winners: readonly WinnerRow[];
  readonly sent: number;
  readonly consents: ConsentStatus;
  readonly timings: Readonly<Record<string, number>>;
  readonly draw: { readonly level: string; readonly valid: boolean; readonly transcript: string } | undefined;
}

export function toRehearsalResult(facts: RehearsalFacts): RehearsalResult {
  const { status, sent, timings } = facts;
  const { campaign, publications, entries } = status;
  const { id, slug, state, mode, folder, brief, plan } = campaign;
  return {
    rehearsal: true,
    campaign: { id, slug, name: brief.name, state, mode, folder },
    plan: { concepts: plan?.concepts ?? [], chosen: plan ? chosenConcept(plan).id : brief.concept },
    creatives: campaign.creatives.map(({ kind, channel, path, bytes }) => ({ kind, channel, path, bytes })),
    publications: publications.map(({ channel, state, externalId, mode, assumedProtocol, error }) => ({
      channel,
      state,
      mode,
      assumedProtocol,
      ...(externalId !== undefined && { externalId }),
      ...(error && { error }),
    })),
    entries: {
      sent,
      accepted: entries.accepted,
      duplicates: entries.duplicates,
      refused: entries.refused,
      visitors: entries.visitors,
    },
    draw: toDraw(facts),
    notices: toNotices(status),
    consents: { given: facts.consents.consents, told: facts.consents.told },
    prizes: toPrizes(facts.winners),
    report: toReport(status),
    timings,
  };
}

function toDraw({ status, draw }: RehearsalFacts): RehearsalResult['draw'] {
  const results = status.draw?.transcript?.results;
  if (!results || !draw) return null;
  const slots = results.map(({ slot, entry_id }) => ({ slot, entryId: entry_id }));
  return {
    ...draw,
    winners: slots.filter(({ slot }) => !slot.startsWith('reserve-')),
    reserves: slots.filter(({ slot }) => slot.startsWith('reserve-')),
  };
}

function toNotices({ notices }: CampaignStatus): RehearsalResult['notices'] {
  const count = (state: string) => notices.filter((notice) => notice.state === state).length;
  return {
    sent: count('sent'),
    failed: count('failed') + count('in_doubt'),
    waiting: count('waiting'),
    masked: notices.map(({ masked }) => masked),
  };
}

function toPrizes(winners: readonly WinnerRow[]): RehearsalResult['prizes'] {
  const count = (...states: readonly AwardState[]) =>
    winners.filter(({ award }) => states.includes(award.state)).length;
  return {
    claimed: count('claimed', 'handed_over'),
    expired: count('expired'),
    declined: count('declined'),
    promoted: winners.filter(({ award, prize }) => award.reserve !== undefined && prize).length,
  };
}

function toReport({ report }: CampaignStatus): RehearsalResult['report'] {
  return {
    roi: report?.roi ?? null,
    costKrw: report?.costKrw.total ?? 0,
    headline: report?.headline.ko ?? '',
    findings: report?.findings ?? [],
  };
}
