import type { Campaign } from '../schema/campaign.js';
import type { Channel } from '../schema/primitives.js';

/** Step under which a run keeps the address it began with: it is printed on posters. */
export const entryUrlStep = 'entry-url';

/** The entry page of a campaign, tagged with where it was found. */
export function entryUrlAt(
  base: string,
  { slug }: Pick<Campaign, 'slug'>,
): (place: Channel | 'print') => string {
  return (place) => `${base}/e/${slug}?from=${place}`;
}
