import { addWorkingDays, startOfSeoulDay } from '../../seoul-time.js';
import type { KtChannel } from './creative-spec.js';

export type DeploymentStatus =
  | 'RECEIVED'
  | 'IN_REVIEW'
  | 'APPROVED'
  | 'REJECTED'
  | 'SCHEDULED'
  | 'ON_AIR'
  | 'ENDED'
  | 'CANCELLED';

export const rejectReasons = [
  'CREATIVE_SPEC',
  'LAW_REVIEW',
  'MISSING_EVIDENCE',
  'BRAND',
  'REGION_FULL',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export interface Deployment {
  readonly deploymentId: string;
  readonly channel: KtChannel;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly startDate: string;
  readonly endDate: string;
  /** Decided at the end of the review. */
  readonly rejection: RejectReason | undefined;
  cancelledAt?: Date;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Assumed lead times in working days: a week for a spot, the next day for a ring tone. */
const reviewDays: Readonly<Record<KtChannel, number>> = { WOORIDONGNE_TV: 5, GENIE_TV_AD: 5, RINGO_BIZ: 1 };

function toReviewEnd({ channel, receivedAt }: Pick<Deployment, 'channel' | 'receivedAt'>): Date {
  return addWorkingDays(receivedAt, reviewDays[channel]);
}

function toApprovedStatus(deployment: Deployment, reviewEnd: number, now: number): DeploymentStatus {
  const endOfRun = startOfSeoulDay(deployment.endDate).getTime() + dayMs;
  const startOfRun = Math.max(startOfSeoulDay(deployment.startDate).getTime(), reviewEnd + hourMs);
  if (now >= endOfRun) {
    return 'ENDED';
  }
  if (now >= startOfRun) {
    return 'ON_AIR';
  }
  return now >= reviewEnd + hourMs ? 'SCHEDULED' : 'APPROVED';
}

/** Where a deployment stands at an instant: the whole state machine, with no timer. */
export function toStatus(deployment: Deployment, at: Date): DeploymentStatus {
  const now = at.getTime();
  const reviewEnd = toReviewEnd(deployment).getTime();
  if (deployment.cancelledAt) {
    return 'CANCELLED';
  }
  if (now < reviewEnd) {
    return now < deployment.receivedAt.getTime() + hourMs ? 'RECEIVED' : 'IN_REVIEW';
  }
  return deployment.rejection ? 'REJECTED' : toApprovedStatus(deployment, reviewEnd, now);
}

/** What the API shows of a deployment. */
export function toDeploymentView(deployment: Deployment, at: Date): Record<string, unknown> {
  const status = toStatus(deployment, at);
  return {
    deploymentId: deployment.deploymentId,
    channel: deployment.channel,
    reference: deployment.reference,
    status,
    receivedAt: deployment.receivedAt.toISOString(),
    reviewEta: toReviewEnd(deployment).toISOString(),
    ...(status === 'REJECTED' ? { reasonCode: deployment.rejection } : {}),
  };
}
