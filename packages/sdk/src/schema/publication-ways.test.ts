import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type PublicationState, publicationStateSchema } from './publication.js';
import { canBecome, isPlaced, isUnderWay } from './publication-ways.js';

const states = publicationStateSchema.options;
const anyState = fc.constantFrom(...states);
const anyReports = fc.array(anyState, { maxLength: 30 });

/** How far each state lies along its way, written down apart from the code. Taking back and refusing end it. */
const ranks: Readonly<Partial<Record<PublicationState, number>>> = {
  prepared: 0,
  submitted: 1,
  in_review: 2,
  scheduled: 3,
  published: 4,
};
const ends: readonly PublicationState[] = ['refused', 'withdrawn'];

/** The rule in words: forward along the ranks, skipping is fine; out at an end; refused only before it was shown. */
function isForward(from: PublicationState, to: PublicationState): boolean {
  const rank = ranks[from];
  if (from === to) return true;
  if (rank === undefined) return false;
  if (ends.includes(to)) return to === 'withdrawn' || rank < 4;
  return (ranks[to] ?? -1) > rank;
}

type Ways = typeof canBecome;

/** What is kept after each report, when those that lead nowhere are turned away. */
function walk(first: PublicationState, reports: readonly PublicationState[], ways: Ways): PublicationState[] {
  const kept = [first];
  for (const report of reports) {
    const last = kept.at(-1) ?? first;
    if (ways(last, report)) kept.push(report);
  }
  return kept;
}

function steps(kept: readonly PublicationState[]): (readonly [PublicationState, PublicationState])[] {
  return kept.slice(1).map((to, index) => [kept[index] ?? to, to]);
}

function expectForward(first: PublicationState, reports: readonly PublicationState[], ways: Ways): void {
  const kept = walk(first, reports, ways);
  const astray = steps(kept).filter(([from, to]) => !isForward(from, to));

  expect(astray).toEqual([]);
}

describe('the ways of a publication', () => {
  it('are those of the rule, for every pair of states', () => {
    const odd = states.flatMap((from) =>
      states.filter((to) => canBecome(from, to) !== isForward(from, to)).map((to) => `${from} > ${to}`),
    );

    expect(odd).toEqual([]);
  });

  test.prop([anyState, anyReports])('are never left, whatever is reported', (first, reports) => {
    expectForward(first, reports, canBecome);
  });

  test.prop([anyReports])('end: what was refused or taken back stays so', (reports) => {
    for (const end of ends) expect(new Set(walk(end, reports, canBecome))).toEqual(new Set([end]));
  });

  test.prop([anyReports])('never lead back to what only our own sending knows', (reports) => {
    const kept = walk('prepared', reports, canBecome);

    expect(kept).not.toContain('held');
    expect(kept).not.toContain('failed');
    expect(kept).not.toContain('in_doubt');
  });

  test.prop([anyState, anyReports])('may be reported twice without another outcome', (first, reports) => {
    const twice = reports.flatMap((report) => [report, report]);

    expect(walk(first, twice, canBecome).at(-1)).toBe(walk(first, reports, canBecome).at(-1));
  });

  it.each<[string, Ways]>([
    ['shows again what was taken back', (from, to) => canBecome(from, to) || from === 'withdrawn'],
    [
      'refuses what was shown',
      (from, to) => canBecome(from, to) || (from === 'published' && to === 'refused'),
    ],
    ['goes back to the review', (from, to) => canBecome(from, to) || to === 'in_review'],
  ])('would catch a machine that %s', (_what, broken) => {
    const property = fc.property(anyState, anyReports, (first, reports) => {
      expectForward(first, reports, broken);
    });

    expect(fc.check(property, { numRuns: 1_000, seed: 7 }).failed).toBe(true);
  });

  it('know what is under way and what lies at the channel', () => {
    expect(states.filter(isUnderWay)).toEqual(['submitted', 'in_review', 'scheduled']);
    expect(states.filter((state) => !isPlaced(state))).toEqual(['held', 'refused', 'failed', 'withdrawn']);
  });
});
