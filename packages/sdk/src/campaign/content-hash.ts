import { UserError } from '../errors/index.js';
import { fingerprint } from '../runs/client-ref.js';
import type { Campaign } from '../schema/campaign.js';
import { chosenConcept } from '../schema/plan.js';
import { modelMadeAmong } from './model-made.js';

/**
 * Hash of exactly what an approval covers: the brief, the chosen concept with its texts and prizes, the schedule, whether
 * it is real (`live`), and every file that a model had a hand in, once there is one.
 *
 * @throws UserError `USER_008` before there is a plan.
 */
export function contentHash({ brief, mode, plan, state, creatives }: Campaign): string {
  if (!plan) throw new UserError('USER_008', { state, action: 'approve' });
  const painted = modelMadeAmong(creatives).map(({ id, sha256 }) => ({ id, sha256 }));
  return fingerprint({
    brief,
    mode,
    concept: chosenConcept(plan),
    schedule: plan.schedule,
    ...(painted.length > 0 && { painted }),
  });
}
