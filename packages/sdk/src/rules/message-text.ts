import { cp949Length, fitCp949 } from '../schema/cp949.js';
import type { Facts } from './facts.js';
import type { MessageFacts } from './facts-message.js';
import type { Rule, Violation } from './rule.js';
import { findWord, toPlain, without, words } from './words.js';

/** Advertising to people by the law's name for it; e-mail has a label of its own. */
const labelledChannels: readonly MessageFacts['channel'][] = ['sms', 'lms', 'mms', 'kakao_brand', 'push'];

export const adLabel = messageRule(
  'MSG-001',
  ({ kind, channel, text }) =>
    kind === 'ad' && labelledChannels.includes(channel) && !text.startsWith('(광고)'),
);

export const adSender: Rule = {
  id: 'MSG-002',
  check: (facts) =>
    messages(facts, ({ kind, text }) => {
      const digits = (value: string) => value.replace(/\D/g, '');
      const named = text.includes(facts.store.name) && digits(text).includes(digits(facts.store.phone));
      return kind === 'ad' && !named;
    }),
};

export const adOptOut = messageRule('MSG-003', ({ kind, text }) => {
  const end = toPlain(text).split('\n').slice(-2).join('\n');
  return kind === 'ad' && !/무료\s*수신\s*거부/.test(end);
});

export const mixedNotice: Rule = {
  id: 'MSG-010',
  check: (facts) =>
    messages(
      facts,
      (message) => message.kind === 'info' && promotionIn(facts, message) !== undefined,
      (message) => ({ hit: promotionIn(facts, message) ?? '' }),
    ),
};

export const approvedTemplate = messageRule(
  'MSG-011',
  ({ channel, kind, templateApproved }) =>
    channel === 'alimtalk' && (kind !== 'info' || templateApproved === false),
);

/** What a prize notice is recognised by. */
const prizeWords = ['당첨', '쿠폰', '경품'];

export const alimTalkBasis = messageRule('MSG-012', ({ channel, text }) => {
  const givesPrize = findWord(text, prizeWords) !== undefined;
  return channel === 'alimtalk' && givesPrize && !/고객님이 참여하신 이벤트/.test(toPlain(text));
});

export const registeredSender = messageRule('MSG-014', ({ senderRegistered }) => senderRegistered === false);

/** Bytes in CP949. SMS: verified; LMS: from memory. */
const mostBytes: Partial<Record<MessageFacts['channel'], number>> = { sms: 90, lms: 2_000, mms: 2_000 };

export const messageLength: Rule = {
  id: 'MSG-015',
  check: (facts) =>
    messages(
      facts,
      ({ channel, text }) => {
        const most = mostBytes[channel];
        return most !== undefined && (cp949Length(text) > most || fitCp949(text).dropped.length > 0);
      },
      ({ text }) => ({ bytes: cp949Length(text), bad: fitCp949(text).dropped.join(' ') || '-' }),
    ),
};

export const foreignShortLink = messageRule(
  'MSG-016',
  ({ text }) => findWord(text, words.shortLinks) !== undefined,
);

function promotionIn({ store, campaignName }: Facts, { text }: MessageFacts): string | undefined {
  return findWord(without(text, [store.name, campaignName]), words.promotion);
}

function messageRule(id: string, breaks: (message: MessageFacts) => boolean): Rule {
  return { id, check: (facts) => messages(facts, breaks) };
}

function messages(
  { messages = [] }: Facts,
  breaks: (message: MessageFacts) => boolean,
  valuesOf: (message: MessageFacts) => Record<string, string | number> = () => ({}),
): Violation[] {
  return messages.flatMap((message, index) =>
    breaks(message) ? [{ path: `messages.${index}`, values: valuesOf(message) }] : [],
  );
}
