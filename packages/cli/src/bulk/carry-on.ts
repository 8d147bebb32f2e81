import {
  type Brief,
  type Campaign,
  type KtEvent,
  modelMadeAmong,
  type Stage,
  UserError,
} from '@kt-event/sdk';
import type { Started } from './run-bulk.js';

export interface CarryOnOptions {
  /** Stops after this stage. */
  readonly until: Stage | undefined;
  /** Who says yes to what will be public; absent: nobody, and nothing is made public. */
  readonly approver: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Begins the campaign of a row, or carries on the one that a run before has begun: its folder says which it is.
 *
 * @throws UserError `USER_008` when the row says something else than the campaign that stands
 */
export async function carryOnRows(
  ktEvent: KtEvent,
  { until, approver, signal }: CarryOnOptions,
): Promise<(brief: Brief, folder: string) => Promise<Started>> {
  const known = new Map((await ktEvent.list()).map((campaign) => [campaign.folder, campaign]));
  return async (brief, folder) => {
    const campaign = known.get(folder) ?? (await ktEvent.create(brief, { folder }));
    requireSame(campaign, brief);
    const planned = await ktEvent.advance(campaign.id, { until: 'plan', signal });
    if (approver === undefined) return startedOf(planned.campaign);
    const contentHash = ktEvent.contentHash(planned.campaign);
    if (isAsked(planned.campaign, contentHash)) {
      await ktEvent.approve(campaign.id, { contentHash, by: approver });
    }
    const { campaign: now } = await ktEvent.advance(campaign.id, { ...(until && { until }), signal });
    return startedOf(now);
  };
}

/** The plan, or what a run before this one had models paint and write: those of this run have been seen by nobody. */
function isAsked({ state, approval, creatives }: Campaign, contentHash: string): boolean {
  if (state === 'planned') return true;
  const byModels = modelMadeAmong(creatives).length > 0;
  return state === 'approved' && byModels && approval?.contentHash !== contentHash;
}

const startedOf = ({ id, state }: Campaign): Started => ({ campaignId: id, campaignState: state });

function requireSame({ brief: stood, state }: Campaign, brief: Brief): void {
  if (JSON.stringify(stood) === JSON.stringify(brief)) return;
  throw new UserError('USER_008', { state, action: 'change' });
}
