import type { ConsentNotice } from '../notify/consent-text.js';
import type { Campaign } from '../schema/campaign.js';
import { addDays, dayOf } from '../schema/seoul-time.js';
import type { StoredEntry } from '../store/entry-repository.js';
import type { Store } from '../store/store.js';
import { type ConsentTerms, readConsentTerms } from './consent-data.js';
import { type ConsentRun, consentRuns } from './consent-runs.js';

/** Somebody who has to hear something of their consent. */
export interface Hearer {
  readonly entry: StoredEntry;
  /** On which it was given, Asia/Seoul. */
  readonly consentedOn: string;
  /** Last day on which they may be told. */
  readonly dueOn: string;
}

/** Those who agreed to hear of the store and whose phone is kept, by what they have been told. */
export interface SortedConsents {
  readonly all: readonly StoredEntry[];
  readonly told: readonly StoredEntry[];
  /** Neither told nor in a batch under way, the earliest term first. */
  readonly untold: readonly Hearer[];
  /** In a batch under way, waiting or in doubt. */
  readonly pending: readonly Hearer[];
  /** Those whose consent is nearly two years old and who are in no such batch. */
  readonly toConfirm: readonly Hearer[];
  readonly runs: readonly ConsentRun[];
}

export async function sortConsents(
  store: Pick<Store, 'persons' | 'journal'>,
  { id }: Pick<Campaign, 'id'>,
  now: Date,
): Promise<SortedConsents> {
  const terms = await readConsentTerms();
  const runs = await consentRuns(store, id);
  const all = await store.persons.consenters(id);
  const told = idsOf(runs, 'result', ({ reached }) => reached);
  const pending = idsOf(runs, 'result', underWay);
  const asked = idsOf(runs, 'confirm', ({ reached, ...run }) => [...reached, ...underWay(run)]);
  const hear = (entries: readonly StoredEntry[], dueOf: (day: string) => string) =>
    entries.map((entry) => toHearer(entry, dueOf)).sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const resultDue = (day: string) => addDays(day, terms.resultDays.value);
  const confirmDue = (day: string) => yearsLater(day, terms.confirmYears.value);
  const untold = all.filter((entry) => !told.has(entry.id));
  return {
    all,
    told: all.filter((entry) => told.has(entry.id)),
    untold: hear(
      untold.filter((entry) => !pending.has(entry.id)),
      resultDue,
    ),
    pending: hear(
      untold.filter((entry) => pending.has(entry.id)),
      resultDue,
    ),
    toConfirm: hear(all, confirmDue).filter(
      ({ entry, dueOn }) => isNear(dueOn, terms, now) && !asked.has(entry.id),
    ),
    runs,
  };
}

const underWay = ({ isOpen, whom }: Pick<ConsentRun, 'isOpen' | 'whom'>) => (isOpen ? whom : []);

function idsOf(
  runs: readonly ConsentRun[],
  notice: ConsentNotice,
  of: (run: ConsentRun) => Iterable<string>,
): Set<string> {
  return new Set(runs.filter((run) => run.notice === notice).flatMap((run) => [...of(run)]));
}

function toHearer(entry: StoredEntry, dueOf: (day: string) => string): Hearer {
  const consentedOn = dayOf(entry.receivedAt);
  return { entry, consentedOn, dueOn: dueOf(consentedOn) };
}

const isNear = (dueOn: string, { confirmAheadDays }: ConsentTerms, now: Date): boolean =>
  dueOn <= addDays(dayOf(now), confirmAheadDays.value);

/** The same day of a later year; the 28th for a 29th of February. */
function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return Number.isNaN(Date.parse(later)) || !new Date(later).toISOString().startsWith(later)
    ? later.replace('-02-29', '-02-28')
    : later;
}
