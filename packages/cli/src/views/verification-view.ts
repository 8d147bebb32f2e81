import type { Verification } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

/** Each check in a plain sentence, then what it all means and does not mean. */
export function verificationView(
  verification: Verification & { readonly entryLog?: boolean },
  messages: Messages,
): string {
  const { valid, level, checks, proves, doesNotProve, entryLog } = verification;
  const { language, verification: words } = messages;
  return parts(
    bullet(valid ? '✔' : '✖', valid ? words.valid : words.invalid),
    lines(...checks.map((check) => bullet(check.ok ? '✔' : '✖', check[language], 2))),
    entryLog === undefined
      ? undefined
      : bullet(entryLog ? '✔' : '✖', entryLog ? messages.logVerified : messages.logRefused),
    bullet('·', messages.level[level]),
    lines(words.proves, bullet('·', proves[language])),
    lines(words.doesNotProve, bullet('·', doesNotProve[language])),
  );
}
