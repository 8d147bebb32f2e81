import type { Campaign, Creative } from '@kt-event/sdk';
import type { SetOptions } from '../app-options.js';
import { entryPage } from '../pages/entry-page.js';
import type { PlannedCampaign } from '../pages/planned-campaign.js';
import type { ReturnedForm } from '../pages/returned-form.js';

/** The page of a campaign as it stands now, with a form that was refused where there is one. */
export type ShowEntryPage = (campaign: PlannedCampaign, form?: ReturnedForm) => Promise<string>;

export function createShowEntryPage({
  ktEvent,
  newId,
  now,
}: Pick<SetOptions, 'ktEvent' | 'newId' | 'now'>): ShowEntryPage {
  async function readDetails({ id, state, brief }: PlannedCampaign) {
    const firstCome = brief.entry.mechanic === 'first_come';
    const [remainingStock, draw] = await Promise.all([
      firstCome ? ktEvent.remainingStock(id) : undefined,
      !firstCome && state === 'closed' ? ktEvent.draw(id) : undefined,
    ]);
    return { remainingStock, commitment: draw?.commitment.commitment };
  }

  return async (campaign, form) => {
    const picture = pictureOf(campaign);
    return entryPage({
      campaign,
      ...(await readDetails(campaign)),
      at: now().toISOString(),
      picture: picture && { ...picture, url: ktEvent.mediaPath(campaign, picture) },
      processors: ktEvent.processors(campaign),
      widget: ktEvent.demands(campaign).widget,
      idempotencyKey: newId(),
      form,
    });
  };
}

/** The tallest picture that carries no code to scan: the phone that would scan it is showing it. */
function pictureOf({ creatives }: Campaign): Creative | undefined {
  const pictures = creatives.filter(({ kind, channel }) => kind === 'image' && !channel.endsWith('_tv'));
  return pictures.sort((a, b) => (b.heightPx ?? 0) - (a.heightPx ?? 0))[0];
}
