/** Thrown through a workflow to leave it until a time comes or a gate opens. Not an error: nothing has failed. */
export class Suspension extends Error {
  override readonly name = 'Suspension';
  readonly waitingFor: string;
  readonly wakeAt: Date | undefined;

  constructor(waitingFor: string, wakeAt?: Date) {
    super(`waiting for ${waitingFor}`);
    this.waitingFor = waitingFor;
    this.wakeAt = wakeAt;
  }
}

/** Thrown through a workflow when an effect stays in doubt: only a person can say whether it happened. */
export class ParkedEffect extends Error {
  override readonly name = 'ParkedEffect';
  readonly effectId: string;

  constructor(effectId: string) {
    super(`${effectId} is in doubt`);
    this.effectId = effectId;
  }
}
