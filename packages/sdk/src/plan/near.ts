import { normalShare } from '../rates/normal.js';
import type { Draft, Ground } from './concept.js';
import { type EntrySource, shareOf } from './entry-range.js';
import { sourcesOf } from './expected-entries.js';
import { perEntryKrw } from './worth.js';

/**
 * How likely it is that one concept is in truth worth more than another, by what is believed of the rates. Only where the
 * two differ counts: a rate that both rest on alike moves both alike, however little is known of it. The difference is
 * taken for normal. 0 where nothing that is not known tells them apart and the other is worth more.
 */
export function chanceOver(one: Draft, other: Draft, ground: Ground): number {
  const lead = (one.concept.worthKrw ?? 0) - (other.concept.worthKrw ?? 0);
  const deviation = perEntryKrw(ground) * Math.sqrt(doubtBetween(one, other, ground));
  if (deviation === 0) return lead >= 0 ? 1 : 0;
  return normalShare(lead / deviation);
}

/** Variance of the difference of their entries that comes of rates nobody knows well. */
function doubtBetween(one: Draft, other: Draft, ground: Ground): number {
  const [these, those] = [uncertain(one, ground), uncertain(other, ground)];
  return [...new Set([...these.keys(), ...those.keys()])].reduce((sum, way) => {
    const source = these.get(way) ?? those.get(way);
    const people = (these.get(way)?.people ?? 0) - (those.get(way)?.people ?? 0);
    return source ? sum + people ** 2 * shareOf(source).variance : sum;
  }, 0);
}

/** Ways in which people come, by name; none once the stock is expected to be gone, for then no rate tells anything. */
function uncertain({ concept, ...draft }: Draft, ground: Ground): ReadonlyMap<string, EntrySource> {
  const { entry } = ground.brief;
  const isGone = entry.mechanic === 'first_come' && concept.expectedEntries.mid >= entry.stock;
  return new Map(isGone ? [] : sourcesOf({ ...ground, ...draft }, ground.knowledge));
}
