import { afterEach, beforeEach, describe, it } from 'vitest';
import { type ChannelCheck, channelChecks, type FaultCheck, faultChecks } from './channel-checks.js';
import { type ChannelSubject, withNetwork } from './channel-subject.js';

export interface ContractOptions {
  /** False for an adapter that speaks to nobody: nothing can go wrong on the way. @defaultValue true */
  readonly networked?: boolean;
}

/** What every channel adapter must do, whatever it speaks. Each check gets a fresh subject. */
export function channelAdapterContract(
  name: string,
  open: () => Promise<ChannelSubject>,
  { networked = true }: ContractOptions = {},
): void {
  describe(`${name} channel adapter`, () => {
    let subject: ChannelSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.close());

    for (const [promise, check] of Object.entries<ChannelCheck>(channelChecks))
      it(promise, () => check(subject));

    for (const [promise, check] of networked ? Object.entries<FaultCheck>(faultChecks) : [])
      it(promise, () => check(withNetwork(subject)));
  });
}
