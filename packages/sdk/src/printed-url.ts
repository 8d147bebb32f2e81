import { entryUrlStep } from './campaign/entry-url.js';
import { campaignRunId } from './campaign/read-status.js';
import type { Store } from './store/store.js';

/** The address that a campaign has printed already, else the present one. */
export async function printedUrl(
  { store, publicUrl }: { readonly store: Store; readonly publicUrl: () => string },
  campaignId: string,
): Promise<string> {
  const printed = await store.journal.step(campaignRunId(campaignId), entryUrlStep);
  return printed ? String(printed.result) : publicUrl();
}
