import { type Verification, type VoidVerification, voidReasons } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

/** What other files of the same draw came to. */
interface Beside {
  readonly entryLog?: boolean;
  readonly auditChain?: boolean;
  readonly void?: VoidVerification;
}

/** Each check in a plain sentence, then what it all means and does not mean. */
export function verificationView(verification: Verification & Beside, messages: Messages): string {
  const { valid, level, checks, proves, doesNotProve } = verification;
  const { language, verification: words } = messages;
  return parts(
    verification.void && voidLine(verification.void, messages),
    bullet(valid ? '✔' : '✖', valid ? words.valid : words.invalid),
    lines(...checks.map((check) => bullet(check.ok ? '✔' : '✖', check[language], 2))),
    ...besideLines(verification, messages),
    bullet('·', messages.level[level]),
    lines(words.proves, bullet('·', proves[language])),
    lines(words.doesNotProve, bullet('·', doesNotProve[language])),
  );
}

function besideLines({ entryLog, auditChain }: Beside, messages: Messages): string[] {
  const { voids } = messages;
  const line = (ok: boolean, good: string, bad: string) => bullet(ok ? '✔' : '✖', ok ? good : bad);
  return [
    ...(entryLog === undefined ? [] : [line(entryLog, messages.logVerified, messages.logRefused)]),
    ...(auditChain === undefined ? [] : [line(auditChain, voids.auditVerified, voids.auditRefused)]),
  ];
}

function voidLine({ voided, record }: VoidVerification, { voids, language }: Messages): string {
  if (!voided || !record) return bullet('✖', voids.refused);
  return lines(
    bullet('✖', voids.verified),
    bullet('·', voidReasons[record.reason][language], 2),
    bullet('·', record.words, 2),
  );
}
