import { ProviderError } from '../../errors/index.js';
import type { Message, Messenger } from '../../providers/messenger.js';
import type { WorkflowDefinition } from '../../runs/workflow.js';
import type { CodeRepository } from '../../store/code-repository.js';

export const sendCodeDefinition = { name: 'phone-code', version: 1 } as const;

export interface SendCodeDeps {
  readonly messenger: Messenger;
  readonly codes: Pick<CodeRepository, 'refund'>;
  /** In memory only. Absent when a run of a process that died is settled: then nothing is sent any more. */
  readonly message?: Pick<Message, 'phone' | 'text'> | undefined;
}

/** A value rather than an interface, so that a journal can hold it. Nothing in it is about a person. */
type SendCodeInput = { readonly campaignId: string; readonly codeId: string };

/** `unknown`: the answer was lost. It counts as sent and paid; only the person may ask for another. */
export type CodeSending = 'sent' | 'unknown' | 'not_sent';

/**
 * Sends one code, at most once: an effect that costs money. The message itself is written down nowhere, so whatever is
 * in doubt can only be taken for sent, and is never repeated by itself.
 */
export function createSendCode({
  messenger,
  codes,
  message,
}: SendCodeDeps): WorkflowDefinition<SendCodeInput, CodeSending> {
  return {
    ...sendCodeDefinition,
    async run({ effect }, { campaignId, codeId }) {
      const messages = message ? [{ key: codeId, ...message }] : [];
      const result = await effect<CodeSending>('send', {
        idempotency: 'lookup',
        request: { campaignId, codeId },
        priceKrw: messenger.priceKrw(messages),
        send: async ({ reference }, signal) => {
          if (messages.length === 0) throw unknownPhone(messenger.provider);
          const [delivery] = await messenger.send(messages, reference, signal);
          if (delivery?.accepted) return 'sent';
          const reason = delivery?.reason ?? 'no answer for this person';
          throw new ProviderError('PROVIDER_001', { provider: messenger.provider, reason });
        },
        find: async () => 'unknown',
      });
      if (result.state === 'acked') return result.value;
      if (result.state === 'confirmed') return 'unknown';
      await codes.refund(codeId);
      return 'not_sent';
    },
  };
}

/** The process that knew the phone died before a byte was sent. */
const unknownPhone = (provider: string) =>
  new ProviderError('PROVIDER_001', { provider, reason: 'the request is over' });
