import type { CampaignStatus } from '../campaign/campaign-status.js';
import { KtEventError } from '../errors/index.js';
import type { KtEvent } from '../kt-event.js';

const people = 4;
/** A campaign waits a handful of times; one that waits this often waits for something that never comes. */
const mostWaits = 40;

interface Play {
  readonly advanceTo: (at: Date) => void;
  /** @defaultValue at its end */
  readonly isThere?: ((status: CampaignStatus) => boolean) | undefined;
}

export async function play(
  ktEvent: KtEvent,
  campaignId: string,
  { advanceTo, isThere = ({ run }) => run?.wakeAt === undefined }: Play,
): Promise<CampaignStatus> {
  for (let wait = 0; wait < mostWaits; wait += 1) {
    const status = await step(ktEvent, campaignId);
    if (isThere(status)) return status;
    if (status.run?.wakeAt !== undefined) advanceTo(new Date(status.run.wakeAt));
  }
  throw new Error('the campaign waits for ever');
}

export async function step(ktEvent: KtEvent, campaignId: string): Promise<CampaignStatus> {
  const status = await carryOn(ktEvent, campaignId);
  if (status.campaign.state === 'open') await enter(ktEvent, status);
  return status;
}

async function carryOn(ktEvent: KtEvent, campaignId: string): Promise<CampaignStatus> {
  try {
    return await ktEvent.advance(campaignId);
  } catch (error) {
    const status = await ktEvent.status(campaignId);
    if (status.run?.wakeAt === undefined) throw error;
    return status;
  }
}

export async function enter(ktEvent: KtEvent, { campaign: { slug } }: CampaignStatus): Promise<void> {
  for (let no = 0; no < people; no += 1) {
    const phone = `010-7700-${String(no).padStart(4, '0')}`;
    const entry = {
      name: `손님${no}`,
      phone,
      consent: true,
      overFourteen: true,
      marketingConsent: false,
    } as const;
    await ktEvent
      .participate(slug, entry, { idempotencyKey: `request-of-person-${no}` })
      .catch(ignoreSoldOut);
  }
}

function ignoreSoldOut(error: unknown): void {
  if (!KtEventError.is(error) || error.code !== 'USER_006') throw error;
}
