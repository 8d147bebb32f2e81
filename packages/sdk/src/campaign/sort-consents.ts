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
  /** On which it was given, or taken back, Asia/Seoul. */
  readonly on: string;
  /** Last day on which they may be told. */
  readonly dueOn: string;
}

/** People and what they have been told of one thing. */
interface Told {
  readonly all: readonly StoredEntry[];
  readonly told: number;
  /** Neither told nor in a batch under way, the earliest term first. */
  readonly untold: readonly Hearer[];
  /** In a batch under way, waiting or in doubt. */
  readonly pending: readonly Hearer[];
}

/** Those who agreed to hear of the store and whose phone is kept, by what they have been told. */
export interface SortedConsents {
  /** That stand. */
  readonly given: Told;
  /** That were taken back: whoever is told of that is told of the consent as well. */
  readonly withdrawn: Told;
  /** Those whose consent stands and is nearly two years old, unless they have been asked. */
  readonly toConfirm: readonly Hearer[];
  /** Whom a messenger has not reached: tried again by a person only. */
  readonly missed: ReadonlySet<string>;
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
  const given = all.filter(({ marketingWithdrawnAt }) => marketingWithdrawnAt === undefined);
  const withdrawn = all.filter(({ marketingWithdrawnAt }) => marketingWithdrawnAt !== undefined);
  const asked = idsOf(runs, 'confirm', ({ reached, ...run }) => [...reached, ...underWay(run)]);
  const confirmDue = (day: string) => yearsLater(day, terms.confirmYears.value);
  return {
    given: tell(given, { runs, notice: 'result', terms }),
    withdrawn: tell(withdrawn, { runs, notice: 'withdrawal', terms }),
    toConfirm: hear(given, confirmDue).filter(
      ({ entry, dueOn }) => isNear(dueOn, terms, now) && !asked.has(entry.id),
    ),
    missed: new Set(runs.flatMap((run) => run.missed)),
    runs,
  };
}

interface Telling {
  readonly runs: readonly ConsentRun[];
  readonly notice: ConsentNotice;
  readonly terms: ConsentTerms;
}

function tell(all: readonly StoredEntry[], { runs, notice, terms }: Telling): Told {
  const told = idsOf(runs, notice, ({ reached }) => reached);
  const pending = idsOf(runs, notice, underWay);
  const hearers = hear(
    all.filter(({ id }) => !told.has(id)),
    (day) => addDays(day, terms.resultDays.value),
  );
  return {
    all,
    told: all.length - hearers.length,
    untold: hearers.filter(({ entry }) => !pending.has(entry.id)),
    pending: hearers.filter(({ entry }) => pending.has(entry.id)),
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

/** The earliest term first. */
function hear(entries: readonly StoredEntry[], dueOf: (day: string) => string): Hearer[] {
  return entries
    .map((entry) => {
      const on = dayOf(entry.marketingWithdrawnAt ?? entry.receivedAt);
      return { entry, on, dueOn: dueOf(on) };
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
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
