import { type Campaign, type Creative, drawsLots } from '@kt-event/sdk';
import type { SetOptions } from '../app-options.js';
import { entryPage } from '../pages/entry-page.js';
import type { EntryPageOptions } from '../pages/entry-page-options.js';
import type { PlannedCampaign } from '../pages/planned-campaign.js';

/** What is in the form already: what was typed and refused, or came with the address. */
type Filled = Partial<Pick<EntryPageOptions, 'form' | 'visitCode' | 'place'>>;

/** The page of a campaign as it stands now. */
export type ShowEntryPage = (campaign: PlannedCampaign, filled?: Filled) => Promise<string>;

export function createShowEntryPage({
  ktEvent,
  newId,
  now,
}: Pick<SetOptions, 'ktEvent' | 'newId' | 'now'>): ShowEntryPage {
  async function readDetails({ id, state, brief }: PlannedCampaign) {
    const firstCome = brief.entry.mechanic === 'first_come';
    const isOver = state === 'cancelled' || state === 'settled';
    const [stock, draw, voided] = await Promise.all([
      firstCome ? ktEvent.couponStock(id) : undefined,
      drawsLots(brief.entry) && (firstCome || state === 'closed') ? ktEvent.draw(id) : undefined,
      isOver ? ktEvent.voidOf(id) : undefined,
    ]);
    return { stock, commitment: draw?.commitment.commitment, voided };
  }

  return async (campaign, { form, visitCode, place } = {}) => {
    const picture = pictureOf(campaign);
    return entryPage({
      campaign,
      ...(await readDetails(campaign)),
      at: now().toISOString(),
      picture: picture && { ...picture, url: ktEvent.mediaPath(campaign, picture) },
      processors: ktEvent.processors(campaign),
      widget: ktEvent.demands(campaign).widget,
      idempotencyKey: newId(),
      visitCode,
      place,
      form,
    });
  };
}

/** The tallest picture that carries no code to scan: the phone that would scan it is showing it. */
function pictureOf({ creatives }: Campaign): Creative | undefined {
  const pictures = creatives.filter(
    ({ kind, channel, spare }) => kind === 'image' && !channel.endsWith('_tv') && spare !== true,
  );
  return pictures.sort((a, b) => (b.heightPx ?? 0) - (a.heightPx ?? 0))[0];
}
