import type { KtEventError } from '../errors/index.js';

/** Thrown through a workflow to leave it until a time comes or a gate opens. Not a failure, though one may be why. */
export class Suspension extends Error {
  override readonly name = 'Suspension';
  readonly waitingFor: string;
  readonly wakeAt: Date | undefined;
  /** What made the wait necessary: kept with the run for a person to see. */
  readonly reason: KtEventError | undefined;

  constructor(waitingFor: string, wakeAt?: Date, reason?: KtEventError) {
    super(`waiting for ${waitingFor}`);
    this.waitingFor = waitingFor;
    this.wakeAt = wakeAt;
    this.reason = reason;
  }
}

/** Thrown through a workflow when an effect stays in doubt. */
export class ParkedEffect extends Error {
  override readonly name = 'ParkedEffect';
  readonly effectId: string;
  /** False when only a person can say whether it happened; true when asking again later may tell. */
  readonly repeatable: boolean;

  constructor(effectId: string, { repeatable = false }: { readonly repeatable?: boolean } = {}) {
    super(`${effectId} is in doubt`);
    this.effectId = effectId;
    this.repeatable = repeatable;
  }
}

/** Thrown through a workflow whose subject has been withdrawn: the run ends as cancelled. */
export class Withdrawal extends Error {
  override readonly name = 'Withdrawal';

  constructor() {
    super('withdrawn');
  }
}
