import { UserError } from '../../errors/index.js';
import type { NoticeKind } from '../../schema/notice.js';
import type { ApprovedTemplate, Message, Messenger } from '../messenger.js';
import { createNhnMessageClient, type NhnMessageOptions } from './nhn-message-client.js';
import { type NhnDraft, toNhnDraft } from './nhn-message-draft.js';
import { createSending, isAlimTalk, listed } from './nhn-sending.js';
import { messagePrices } from './prices.js';

const provider = 'nhn';

/** Recipients of one request. Source: NHN Cloud's guides, read 2026-11-20. */
const mostMessages = 1_000;

/**
 * Sends informational messages through NHN Cloud: from approved templates as AlimTalk, which NHN sends again as text
 * messages where KakaoTalk cannot deliver them; all others as SMS or, longer, as LMS, one request each. A batch in doubt
 * is looked up by our reference, and what is there is never sent again: `send` looks before it sends.
 */
export function createNhnMessenger(options: NhnMessageOptions): Messenger {
  const { alimTalk, mode } = options;
  const client = createNhnMessageClient(options);
  const draftOf = (message: Message) => toNhnDraft(message, alimTalk);
  const sendDrafts = createSending(options, client);

  return {
    provider,
    mode,
    idempotency: 'lookup',
    quietMs: 30_000, // [A] a batch is taken within a second
    kindOf: (message) => draftOf(message).kind,
    price: (kind) => messagePrices[kind],
    priceKrw: (messages) => messages.map(draftOf).reduce((sum, draft) => sum + mostKrw(draft), 0),

    async send(messages, reference, signal) {
      requireCount(messages.length);
      return sendDrafts(messages.map(draftOf), reference, signal);
    },

    async find(messages, reference, signal) {
      const taken = await client.find(reference, signal);
      const drafts = messages.map(draftOf);
      const isWhole = (draft: NhnDraft) =>
        taken.has(draft.key) ||
        (isAlimTalk(draft) && drafts.some((one) => taken.get(one.key)?.kind === 'alimtalk'));
      // what is half there goes on in `send`, which leaves out what is there
      return drafts.every(isWhole) ? drafts.map((draft) => listed(draft, taken.get(draft.key))) : undefined;
    },

    async results(reference, signal) {
      const taken = await client.find(reference, signal);
      return new Map([...taken].map(([key, { outcome }]) => [key, outcome]));
    },

    ...(alimTalk && {
      async approved(signal?: AbortSignal) {
        const known = await client.templates(signal);
        const entries = Object.entries(alimTalk.templates) as [NoticeKind, string][];
        return new Map<NoticeKind, ApprovedTemplate | undefined>(
          entries.map(([name, code]) => [name, known.get(code)]),
        );
      },
    }),
  };
}

/** Only one of the two is paid for. */
function mostKrw({ kind, textKind }: NhnDraft): number {
  return Math.max(messagePrices[kind].value, messagePrices[textKind].value);
}

function requireCount(count: number): void {
  if (count <= mostMessages) return;
  throw new UserError('USER_032', { provider, reason: `${count} messages > ${mostMessages}` });
}
