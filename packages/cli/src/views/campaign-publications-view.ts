import type { CampaignStatus } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { lines } from './layout.js';
import { publicationsView } from './publications-view.js';

/** The publications of a campaign under their title. */
export function campaignPublicationsView(
  { campaign, publications, effects }: Pick<CampaignStatus, 'campaign' | 'publications' | 'effects'>,
  messages: Messages,
): string {
  const context = { campaignId: campaign.id, effects };
  return lines(messages.publications.title, publicationsView(publications, messages, context));
}
