import { UserError } from '../errors/index.js';
import { fingerprint } from '../runs/client-ref.js';
import type { Campaign } from '../schema/campaign.js';
import { chosenConcept } from '../schema/plan.js';

/**
 * Hash of exactly what an approval covers: the brief, the chosen concept with its texts and prizes, the schedule, and
 * whether it is real (`live`).
 *
 * @throws UserError `USER_008` before there is a plan.
 */
export function contentHash({ brief, mode, plan, state }: Campaign): string {
  if (!plan) throw new UserError('USER_008', { state, action: 'approve' });
  return fingerprint({ brief, mode, concept: chosenConcept(plan), schedule: plan.schedule });
}
