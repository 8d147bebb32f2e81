import { type Place, placeSchema } from '@kt-event/sdk';

/** What the tag of a link says. One that somebody has made up says nothing. */
export function readPlace(from: unknown): Place | undefined {
  return placeSchema.safeParse(from).data;
}
