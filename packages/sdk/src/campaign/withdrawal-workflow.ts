import { type ErrorJson, UserError } from '../errors/index.js';
import type { ChannelAdapter } from '../providers/channel.js';
import { Suspension } from '../runs/suspension.js';
import type { RunContext, WorkflowDefinition } from '../runs/workflow.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import { canBecome } from '../schema/publication-ways.js';
import type { Store } from '../store/store.js';
import { mayPass, retryPauseMs } from './retry-time.js';

export const withdrawalDefinition = { name: 'withdrawal', version: 1 } as const;

export interface WithdrawalDeps {
  readonly outcomes: Pick<Store['outcomes'], 'publications' | 'updatePublication'>;
  readonly channels: readonly ChannelAdapter[];
  readonly now: () => Date;
}

/** A value rather than an interface, so that a journal can hold it. */
type WithdrawalInput = {
  readonly campaignId: string;
  readonly channel: Channel;
  readonly externalId: string;
};

/**
 * Takes one publication back, at most once: what makes up for a campaign that is cancelled after it was published.
 * What the channel cannot do now is tried again later; a refusal waits until a person asks once more.
 */
export function createWithdrawalWorkflow(deps: WithdrawalDeps): WorkflowDefinition<WithdrawalInput> {
  return {
    ...withdrawalDefinition,
    async run(context, input) {
      const { campaignId, channel, externalId } = input;
      const withdraw = requireWithdraw(deps.channels, channel);
      const result = await context.effect('withdraw', {
        idempotency: 'keyed',
        request: input,
        again: true,
        async send({ reference }, signal) {
          context.item('withdraw', channel, 'sending');
          await withdraw(externalId, { reference, signal });
          return { externalId };
        },
      });
      if (result.state === 'rejected' || result.state === 'not_sent') {
        return waitWith(context, deps, { input, error: result.error });
      }
      await save(deps, input, { state: 'withdrawn', error: undefined, evidence: 'channel' });
      context.item('withdraw', channel, 'withdrawn');
      return { campaignId, channel };
    },
  };
}

/** @throws UserError `USER_044` */
function requireWithdraw(
  channels: readonly ChannelAdapter[],
  channel: Channel,
): NonNullable<ChannelAdapter['withdraw']> {
  const adapter = channels.find((adapter) => adapter.channel === channel);
  if (!adapter?.withdraw) throw new UserError('USER_044', { channel });
  return adapter.withdraw.bind(adapter);
}

interface Refused {
  readonly input: WithdrawalInput;
  readonly error: ErrorJson;
}

/** The publication stays where it is and says why. */
async function waitWith(
  context: RunContext,
  deps: WithdrawalDeps,
  { input, error }: Refused,
): Promise<never> {
  const { code, message, hint, ko } = error;
  const shown = { code, message: { ko: ko.message, en: message }, hint: { ko: ko.hint, en: hint } };
  await save(deps, input, { error: shown });
  context.item('withdraw', input.channel, 'failed', code);
  const wakeAt = mayPass(code) ? new Date(deps.now().getTime() + retryPauseMs) : undefined;
  throw new Suspension('withdrawal', wakeAt);
}

/** The natural key replaces it as a whole: doing it twice is harmless. */
async function save(
  { outcomes, now }: Pick<WithdrawalDeps, 'outcomes' | 'now'>,
  { campaignId, channel }: Pick<WithdrawalInput, 'campaignId' | 'channel'>,
  change: Partial<Publication>,
): Promise<void> {
  const known = (await outcomes.publications(campaignId)).find((one) => one.channel === channel);
  if (!known || (change.state && !canBecome(known.state, change.state))) return;
  const changed = { ...known, ...change, at: now().toISOString() };
  if (await outcomes.updatePublication(changed, known.state)) return;
  await save({ outcomes, now }, { campaignId, channel }, change); // somebody has told news in between
}
