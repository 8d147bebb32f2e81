import { toSeoul } from '../schema/seoul-time.js';
import type { MessageFacts } from './facts-message.js';
import type { Rule } from './rule.js';

type Recipients = NonNullable<MessageFacts['recipients']>;

/** Times of day, Asia/Seoul, `HH:MM`. Sources: 정보통신망법 §50③; Kakao dealers' documents. */
const night = { from: '21:00', to: '08:00' };
const brandMessageNight = { from: '20:50', to: '08:00' };

export const nightConsent = audienceRule(
  'MSG-004',
  'withoutNightConsent',
  ({ channel, sendAt }) => channel !== 'email' && isWithin(sendAt, night),
);

export const adConsent = audienceRule('MSG-005', 'withoutConsent');
export const optedOut = audienceRule('MSG-006', 'optedOut');
export const freshConsent = audienceRule('MSG-008', 'staleConsent');

export const brandMessageHours: Rule = {
  id: 'MSG-013',
  check: ({ messages = [] }) =>
    messages.flatMap(({ channel, sendAt }, index) =>
      channel === 'kakao_brand' && isWithin(sendAt, brandMessageNight) ? [{ path: `messages.${index}` }] : [],
    ),
};

function audienceRule(
  id: string,
  count: keyof Recipients,
  concerns: (message: MessageFacts) => boolean = () => true,
): Rule {
  return {
    id,
    check: ({ messages = [] }) =>
      messages.flatMap((message, index) => {
        const n = message.recipients?.[count] ?? 0;
        const wrong = n > 0 && message.kind === 'ad' && concerns(message);
        return wrong ? [{ path: `messages.${index}`, values: { n } }] : [];
      }),
  };
}

/** True from `from` in the evening until `to` in the morning. */
function isWithin(instant: string, { from, to }: typeof night): boolean {
  const time = toSeoul(instant).slice(11, 16);
  return time >= from || time < to;
}
