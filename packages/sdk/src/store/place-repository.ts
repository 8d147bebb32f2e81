import type { Place, PlaceTally } from '../schema/place.js';

export type PlaceEvent = 'opened' | 'entered';
/** Such as `opened:instagram`. */
export type PlaceKind = `${PlaceEvent}:${Place}`;

/** Where the participants of a campaign found it. */
export interface PlaceRepository {
  /** Adds to the figures, in one write. */
  count(campaignId: string, counts: Readonly<Partial<Record<PlaceKind, number>>>): Promise<void>;
  /** Places that brought anybody, in the order of their names. */
  tally(campaignId: string): Promise<PlaceTally[]>;
}
