import type { WithdrawnConsent } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, lines } from './layout.js';

/** What was taken back, and what the store now has to tell. */
export function withdrawnView(withdrawn: readonly WithdrawnConsent[], messages: Messages): string {
  const { consents: words } = messages;
  if (withdrawn.length === 0) return bullet('✔', words.neverGiven);
  return lines(
    ...withdrawn.flatMap(({ store, campaignName, campaignId, withdrawnAt, repeated }) => {
      const when = instantText(withdrawnAt, messages);
      return [
        bullet(
          '✔',
          `${store} · ${campaignName}: ${repeated ? words.tookBackBefore(when) : words.tookBack(when)}`,
        ),
        bullet('→', words.tellWithdrawal, 2),
        bullet('·', `kt-event privacy consents ${campaignId} --notify`, 3),
      ];
    }),
  );
}
