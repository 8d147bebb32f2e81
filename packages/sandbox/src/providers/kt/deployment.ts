import { addWorkingDays, startOfSeoulDay } from '../../seoul-time.js';
import type { Shown } from '../../shown.js';
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
  /** What is seen or heard, and the SHA-256 of the file that was fetched. */
  readonly text: string;
  readonly media: readonly string[];
  cancelledAt?: Date;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Assumed lead times in working days: a week for a spot, the next day for a ring tone. */
const reviewDays: Readonly<Record<KtChannel, number>> = { WOORIDONGNE_TV: 5, GENIE_TV_AD: 5, RINGO_BIZ: 1 };

function toReviewEnd({ channel, receivedAt }: Pick<Deployment, 'channel' | 'receivedAt'>): Date {
  return addWorkingDays(receivedAt, reviewDays[channel]);
}

/** The first day of the run, or an hour after the review: that long it takes to put a spot on its place. */
function toStartOfRun(deployment: Deployment): Date {
  const slot = toReviewEnd(deployment).getTime() + hourMs;
  return new Date(Math.max(startOfSeoulDay(deployment.startDate).getTime(), slot));
}

function toApprovedStatus(deployment: Deployment, reviewEnd: number, now: number): DeploymentStatus {
  const endOfRun = startOfSeoulDay(deployment.endDate).getTime() + dayMs;
  const startOfRun = toStartOfRun(deployment).getTime();
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

const isSettled = (status: DeploymentStatus): boolean =>
  ['APPROVED', 'SCHEDULED', 'ON_AIR', 'ENDED'].includes(status);

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
    ...(isSettled(status) ? { startsAt: toStartOfRun(deployment).toISOString() } : {}),
    ...(status === 'REJECTED' ? { reasonCode: deployment.rejection } : {}),
  };
}

/** What passers-by see or callers hear of a deployment that is on the air. */
export function toShown(deployment: Deployment): Shown {
  const { channel, deploymentId: externalId, text, media } = deployment;
  return { provider: 'kt', channel, externalId, text, media, since: toStartOfRun(deployment).toISOString() };
}
