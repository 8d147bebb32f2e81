import type { Brief } from '../../schema/brief.js';
import { type Designs, openDesigns } from './open-designs.js';

/** What a brief is drawn from: ours, those of the options and those of its own folder. */
export type DesignsOf = (brief: Brief) => Promise<Designs>;

/** @param folder - Of the options. @throws what {@link openDesigns} throws, for that folder at once. */
export async function openDesignsOf(folder: string | undefined): Promise<DesignsOf> {
  const designs = await openDesigns(folder);
  return async ({ templates }) => (templates === undefined ? designs : openDesigns(folder, templates));
}
