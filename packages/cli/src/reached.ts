import { type CampaignStatus, type Stage, UserError } from '@kt-event/sdk';

/**
 * What a stage leaves behind, once it has been reached: a script that draws must not go on without winners.
 * @throws UserError `USER_015` when a person must decide first, `USER_008` when its time has not come
 */
export function reached<T>(value: T | undefined, { campaign, effects }: CampaignStatus, stage: Stage): T {
  if (value !== undefined) return value;
  const parked = effects.filter(({ state }) => state === 'parked').map(({ id }) => id);
  if (parked.length > 0) {
    throw new UserError('USER_015', { count: parked.length, effects: parked.join(', ') });
  }
  throw new UserError('USER_008', { state: campaign.state, action: stage });
}
