import type { Campaign, CampaignStatus } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet } from './layout.js';

/** What comes next and when, and who has to do something for it. */
export function nextStepView(status: CampaignStatus, messages: Messages): string | undefined {
  const step = stepOf(status, messages);
  return step === undefined ? undefined : bullet('→', step);
}

function stepOf({ campaign, run }: CampaignStatus, messages: Messages): string | undefined {
  const { next } = messages;
  switch (run?.state) {
    case 'waiting':
      return run.wakeAt === undefined
        ? waitingForPerson(campaign, run.waitingFor, messages)
        : next.at(
            instantText(run.wakeAt, messages),
            messages.waitingFor[run.waitingFor ?? ''] ?? next.goesOn,
          );
    case 'parked':
      return next.decide;
    case 'failed':
    case 'queued':
    case 'running':
      return next.resume(campaign.id);
    default:
      return undefined; // at its end
  }
}

function waitingForPerson(
  { id, state, folder }: Campaign,
  waitingFor: string | undefined,
  { next }: Messages,
): string {
  if (waitingFor !== 'approval') return next.resume(id);
  return state === 'planned' ? next.approve(id) : next.approveMade(id, folder);
}
